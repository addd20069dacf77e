import { createHash } from "node:crypto";
import { listFrameworkFolders } from "@/lib/exchange/framework-files";
import { burdenOf } from "@/lib/framework/burden";
import { capabilitiesOf } from "@/lib/framework/find";
import type { Framework } from "@/lib/framework/schema";
import { badInput, findFramework, type Command } from "@/scripts/command-line";

const SAMPLE = 60;

/**
 * `framework:review -- id@version [seed]`: what a reviewer of the content begins with. 60 criteria at random, always
 * the same for a seed (the version, unless given), and what answering costs in each care setting.
 */
export const frameworkReviewCommand: Command = async (args, place) => {
  const [name, seed, ...more] = args;
  const folders = await listFrameworkFolders(place.frameworks);
  const named = folders.find(({ id, version }) => `${id}@${version}` === name);
  if (!named || more.length > 0) {
    return badInput("usage: npm run --silent framework:review -- id@version [seed]");
  }
  const found = await findFramework(named, place);
  if (found === null || "exitCode" in found) return found ?? badInput(`${name} cannot be found`);
  const lines = [...burdenLines(found), "", ...sampleLines(found, seed ?? found.version)];
  return { exitCode: 0, output: lines.map((line) => `${line}\n`).join("") };
};

function burdenLines(framework: Framework): string[] {
  return framework.careSettings.map(({ id, name }) => {
    const { criteria, judged, figures, hours } = burdenOf(framework, id);
    const counts = `${criteria} criteria, ${judged.toFixed(0)} judged, ${figures.toFixed(0)} figures to look up`;
    return `${name}: ${counts}, ${hours.toFixed(1)} hours to answer`;
  });
}

/** Sorted by the SHA-256 of "seed id", so that anybody gets the same sample by other means too. */
function sampleLines(framework: Framework, seed: string): string[] {
  const criteria = capabilitiesOf(framework).flatMap(({ levels }) =>
    levels.flatMap((level) => level.criteria),
  );
  return criteria
    .map(({ id, text }) => ({ id, text, key: createHash("sha256").update(`${seed} ${id}`).digest("hex") }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .slice(0, SAMPLE)
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, text }) => `${id}: ${text}`);
}
