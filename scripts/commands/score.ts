import { score } from "@/lib/scoring/score";
import { badInput, jsonOutput, readAssessment, type Command } from "@/scripts/command-line";

/** `score FILE`: an assessment document in, its result document out. */
export const scoreCommand: Command = async (args, place) => {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0 || (file.startsWith("-") && file !== "-")) {
    return badInput("usage: npm run --silent score -- FILE (- reads standard input)");
  }
  const read = await readAssessment(file, place);
  if ("exitCode" in read) return read;
  return jsonOutput(score(read.framework, read.careSetting, read.answers));
};
