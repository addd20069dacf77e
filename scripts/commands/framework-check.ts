import { fingerprintProblems, FINGERPRINTS_FILE, readFingerprints } from "@/lib/exchange/fingerprints";
import { type FrameworkCheck, readFrameworkFiles } from "@/lib/exchange/framework-files";
import { contentProblems } from "@/lib/framework/content-rules/content-problems";
import { capabilitiesOf } from "@/lib/framework/find";
import type { Framework } from "@/lib/framework/schema";
import { badInput, fileProblemLine, type Command } from "@/scripts/command-line";

/** `framework:check`: reads every framework in the project and names what is to be mended, with file and line. */
export const frameworkCheckCommand: Command = async (args, place) => {
  if (args.length > 0) return badInput("usage: npm run framework:check");
  const fingerprints = await readFingerprints(place.frameworks);
  const check: FrameworkCheck = (framework, predecessor) => [
    ...contentProblems(framework, predecessor),
    ...(framework.follows && !predecessor ? [nothingToFollow(framework.follows.version)] : []),
    ...fingerprintProblems(framework, fingerprints),
  ];
  const { documents, problems } = await readFrameworkFiles(place.frameworks, check);
  const lines = problems.map(fileProblemLine);
  // A version that cannot be read has its own problems; one whose files are gone has none but this.
  if (problems.length === 0) lines.push(...gone(Object.keys(fingerprints), documents));
  if (lines.length > 0) return { exitCode: 1, errors: lines };
  return { exitCode: 0, output: documents.map((framework) => `${summary(framework)}\n`).join("") };
};

function nothingToFollow(version: string) {
  const message = `${version} cannot be read beside this version: keep its folder, or mend the number`;
  return { path: "/follows/version", message };
}

function gone(published: readonly string[], documents: readonly Framework[]): string[] {
  const here = new Set(documents.map(({ id, version }) => `${id}@${version}`));
  return published
    .filter((key) => !here.has(key))
    .map(
      (key) => `frameworks/${FINGERPRINTS_FILE}: ${key} was published and is not here: restore its folder`,
    );
}

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
