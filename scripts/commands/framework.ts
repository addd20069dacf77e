import { listFrameworkFolders } from "@/lib/exchange/framework-files";
import { badInput, findFramework, jsonOutput, type Command } from "@/scripts/command-line";

/** `framework [id@version]`: prints that framework document, or the versions there are, one a line. */
export const frameworkCommand: Command = async (args, place) => {
  const folders = await listFrameworkFolders(place.frameworks);
  const names = folders.map(({ id, version }) => `${id}@${version}`);
  const [name, ...more] = args;
  if (name === undefined) return { exitCode: 0, output: names.map((known) => `${known}\n`).join("") };
  if (more.length > 0) return badInput("usage: npm run --silent framework -- [id@version]");
  const named = folders.find(({ id, version }) => `${id}@${version}` === name);
  const found = named && (await findFramework(named, place));
  if (!found) return badInput(`${name} is not a framework version known here: ${names.join(", ")}`);
  return "exitCode" in found ? found : jsonOutput(found);
};
