import "server-only";
import type { Framework } from "@/lib/framework/schema";
import { NotPublished, publishFramework, readStored } from "./publish-framework";
import { shared, withShared } from "./tenant";

/** A framework version as it stands in the database. */
export type FrameworkEntry = { id: string; version: string; status: Framework["status"] };

type Cached = { framework: Framework; hash: string; checkedAt: number };

const cache = new Map<string, Cached>();
/** A published version never changes; whether a draft was replaced is looked up again after this long. */
const DRAFT_TRUSTED_FOR = 5_000;

/** A version that rounds rest on, and that is not in the database or cannot be read there. */
export class FrameworkMissing extends Error {
  constructor(
    readonly id: string,
    readonly version: string,
    why: string,
  ) {
    super(why);
  }
}

/**
 * One framework version. Kept in memory and read once. Throws `FrameworkMissing` where it was never published into
 * the database, or what stands there cannot be read. Never from inside a transaction.
 */
export async function getFramework(id: string, version: string): Promise<Framework> {
  // Before memory is asked: inside a transaction it is refused on the first day, not on the day memory is empty.
  const tables = shared();
  const key = `${id}@${version}`;
  const cached = cache.get(key);
  if (cached && (await stillStands(cached))) return cached.framework;
  const row = await tables.frameworkVersion.findUnique({
    where: { frameworkId_version: { frameworkId: id, version } },
    select: { document: true, contentHash: true },
  });
  if (!row) {
    const why = `There is no framework ${key} in the database. Run db:setup to publish it.`;
    throw new FrameworkMissing(id, version, why);
  }
  const framework = readable(id, version, row.document);
  cache.set(key, { framework, hash: row.contentHash, checkedAt: Date.now() });
  return framework;
}

/** One framework version, or null where it is missing. */
export async function findFramework(id: string, version: string): Promise<Framework | null> {
  try {
    return await getFramework(id, version);
  } catch (error) {
    if (error instanceof FrameworkMissing) return null;
    throw error;
  }
}

function readable(id: string, version: string, document: unknown): Framework {
  try {
    // Frozen, it is one and the same for whoever compares what was made from it (decision 0044).
    return Object.freeze(readStored(`${id}@${version}`, document));
  } catch (error) {
    throw new FrameworkMissing(id, version, error instanceof Error ? error.message : String(error));
  }
}

async function stillStands(cached: Cached): Promise<boolean> {
  const { framework, hash, checkedAt } = cached;
  if (framework.status === "published" || Date.now() - checkedAt < DRAFT_TRUSTED_FOR) return true;
  const row = await shared().frameworkVersion.findUnique({
    where: { frameworkId_version: { frameworkId: framework.id, version: framework.version } },
    select: { contentHash: true },
  });
  if (row?.contentHash !== hash) return false;
  cached.checkedAt = Date.now();
  return true;
}

function asStatus(status: string): Framework["status"] {
  return status === "published" ? "published" : "draft";
}

const byVersion = new Intl.Collator("en-GB", { numeric: true });

/** Every version in the database, by id and newest first. */
export async function listFrameworks(): Promise<FrameworkEntry[]> {
  const rows = await shared().frameworkVersion.findMany({
    select: { frameworkId: true, version: true, status: true },
  });
  return rows
    .map(({ frameworkId, version, status }) => ({ id: frameworkId, version, status: asStatus(status) }))
    .sort((one, other) =>
      one.id === other.id ? byVersion.compare(other.version, one.version) : one.id < other.id ? -1 : 1,
    );
}

/**
 * The version a new round is assessed against: the newest published one or, before there is one, the newest draft.
 * Never one that was made to illustrate.
 */
export async function currentFrameworkVersion(id: string): Promise<string> {
  const versions: FrameworkEntry[] = [];
  for (const entry of await listFrameworks()) {
    if (entry.id !== id || (await isIllustrative(entry))) continue;
    versions.push(entry);
  }
  const current = versions.find(({ status }) => status === "published") ?? versions[0];
  if (!current) throw new Error(`There is no framework ${id} in the database. Run db:setup to publish it.`);
  return current.version;
}

/** One that cannot be read is no version to begin with either. */
async function isIllustrative({ id, version }: FrameworkEntry): Promise<boolean> {
  const found = await findFramework(id, version);
  return !found || found.illustrative;
}

export type PublishOutcome =
  { ok: true; changed: string[]; unchanged: string[] } | { ok: false; problems: string[] };

/**
 * Puts framework documents into the database, all or none. A published version never changes. A draft may be
 * replaced; while a round is pinned to it, only by one in which everything answered can still be read.
 */
export async function publishFrameworks(documents: readonly Framework[]): Promise<PublishOutcome> {
  let current = "";
  try {
    const outcome = await withShared(null, async (tx) => {
      const changed: string[] = [];
      for (const framework of documents) {
        current = `${framework.id}@${framework.version}`;
        if (await publishFramework(tx, framework)) changed.push(current);
      }
      return changed;
    });
    cache.clear();
    const all = documents.map(({ id, version }) => `${id}@${version}`);
    return { ok: true, changed: outcome, unchanged: all.filter((key) => !outcome.includes(key)) };
  } catch (error) {
    if (error instanceof NotPublished) return { ok: false, problems: [`${current}: ${error.message}`] };
    throw error;
  }
}
