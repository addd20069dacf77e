import { frontier } from "@/lib/scoring/frontier";
import { badInput, jsonOutput, readAssessment, type Command } from "@/scripts/command-line";

/** `frontier FILE`: the highest overall and the highest stage for each effort, from today on. */
export const frontierCommand: Command = async (args, place) => {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0 || (file.startsWith("-") && file !== "-")) {
    return badInput("usage: npm run --silent frontier -- FILE (- reads standard input)");
  }
  const read = await readAssessment(file, place);
  if ("exitCode" in read) return read;
  return jsonOutput(frontier(read.framework, read.careSetting, read.answers));
};
