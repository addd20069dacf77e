import { join } from "node:path";
import { publishFrameworks } from "@/lib/data/frameworks";
import { readFrameworkFiles } from "@/lib/exchange/framework-files";
import { checkout } from "./place";

/**
 * Puts the frameworks of this checkout into the database of DATABASE_URL. Returns those that were new or changed.
 * Throws, changing nothing, when a file has a mistake or a published version would change.
 */
export async function publishFrameworkFiles(): Promise<string[]> {
  const { documents, problems } = await readFrameworkFiles(join(checkout, "frameworks"));
  if (problems.length > 0) {
    const lines = problems.map(({ file, line, message }) => `  frameworks/${file}:${line} ${message}`);
    throw new Error(`The frameworks cannot be published:\n${lines.join("\n")}`);
  }
  const outcome = await publishFrameworks(documents);
  if (!outcome.ok) throw new Error(`The frameworks cannot be published:\n  ${outcome.problems.join("\n  ")}`);
  return outcome.changed;
}
