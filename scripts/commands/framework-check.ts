import { readFrameworkFiles } from "@/lib/exchange/framework-files";
import { capabilitiesOf } from "@/lib/framework/find";
import type { Framework } from "@/lib/framework/schema";
import { contentProblems } from "@/lib/framework/content-rules/content-problems";
import { badInput, fileProblemLine, type Command } from "@/scripts/command-line";

/** `framework:check`: reads every framework in the project and names what is to be mended, with file and line. */
export const frameworkCheckCommand: Command = async (args, place) => {
  if (args.length > 0) return badInput("usage: npm run framework:check");
  const { documents, problems } = await readFrameworkFiles(place.frameworks, contentProblems);
  if (problems.length > 0) return { exitCode: 1, errors: problems.map(fileProblemLine) };
  return { exitCode: 0, output: documents.map((framework) => `${summary(framework)}\n`).join("") };
};

function summary(framework: Framework): string {
  const capabilities = capabilitiesOf(framework);
  const criteria = capabilities.flatMap(({ levels }) => levels.flatMap((level) => level.criteria));
  const counts = [
    `${framework.dimensions.length} dimensions`,
    `${capabilities.length} capabilities`,
    `${criteria.length} criteria`,
  ];
  return `${framework.id}@${framework.version} (${framework.status}): ${counts.join(", ")}, nothing to mend`;
}
