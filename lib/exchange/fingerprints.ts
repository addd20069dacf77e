import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { contentHash } from "@/lib/framework/hash";
import type { Problem } from "@/lib/framework/problem";
import type { Framework } from "@/lib/framework/schema";

/** The file beside the frameworks that keeps the fingerprint of every published version. */
export const FINGERPRINTS_FILE = "fingerprints.json";

/** Content hashes of published versions, by `id@version`. */
export type Fingerprints = Readonly<Record<string, string>>;

/** The fingerprints kept in a folder of frameworks; none where the file is not there. Throws where it is unreadable. */
export async function readFingerprints(folder: string): Promise<Fingerprints> {
  const text = await readFile(join(folder, FINGERPRINTS_FILE), "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return "{}";
      throw error;
    },
  );
  return z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)).parse(JSON.parse(text));
}

/** A published version is the one whose fingerprint was kept when it was published; a draft has none. */
export function fingerprintProblems(framework: Framework, fingerprints: Fingerprints): Problem[] {
  const key = `${framework.id}@${framework.version}`;
  const kept = fingerprints[key];
  const hash = contentHash(framework);
  const path = "/status";
  if (framework.status === "draft") {
    return kept ? [{ path, message: `was published before: it cannot be a draft again (${key})` }] : [];
  }
  if (framework.published === null)
    return [{ path, message: "is published: give the day in `published:` too" }];
  if (!kept) {
    const line = `"${key}": "${hash}"`;
    return [
      { path, message: `is published: keep its fingerprint, the line ${line}, in ${FINGERPRINTS_FILE}` },
    ];
  }
  if (kept === hash) return [];
  const message =
    "is published and was changed since: restore the files, or make the change in a new version";
  return [{ path, message }];
}
