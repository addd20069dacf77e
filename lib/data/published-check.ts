import "server-only";
import { join } from "node:path";
import { readFrameworkFiles } from "@/lib/exchange/framework-files";
import { contentHash } from "@/lib/framework/hash";
import { shared } from "./tenant";

/**
 * What is wrong with the published frameworks, each with its remedy; an empty list when nothing is. A version in the
 * database must still have the content it was published with, and the files of this installation must hold the same.
 * A version whose files are not here is no fault: an older installation may serve a newer database.
 */
export async function publishedReasons(folder = join(process.cwd(), "frameworks")): Promise<string[]> {
  const rows = await shared().frameworkVersion.findMany({
    where: { status: "published" },
    select: { frameworkId: true, version: true, contentHash: true, document: true },
    orderBy: [{ frameworkId: "asc" }, { version: "asc" }],
  });
  const { documents } = await readFrameworkFiles(folder);
  return rows.flatMap(({ frameworkId: id, version, contentHash: published, document }) => {
    const key = `${id}@${version}`;
    if (hashOf(document) !== published) {
      return [`The published framework ${key} was altered in the database: restore it from a backup.`];
    }
    const file = documents.find((framework) => framework.id === id && framework.version === version);
    if (!file || contentHash(file) === published) return [];
    const files = `frameworks/${id}/${version}`;
    return [
      `The files in ${files} differ from ${key} as it was published into the database: restore the files, and make ` +
        "the change in a new version.",
    ];
  });
}

function hashOf(document: unknown): string | null {
  return typeof document === "object" && document !== null ? contentHash(document) : null;
}
