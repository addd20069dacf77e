import { withConnection } from "../database/connection";
import { dropDatabase, makeDatabase } from "../database/databases";
import { type Addresses, setUpDatabase } from "../database/set-up";
import type { DatabaseServer } from "../database/test-server";
import { hashOfContent } from "./demo-content";

/** Any number that no other lock of this server uses. */
const preparingLock = 72707370;

/**
 * Makes the demonstration's database, fills it, or leaves it as it is when nothing it was filled from has changed.
 * One that was left half filled, or filled from something else, is made anew; one that is not marked as a
 * demonstration is never touched.
 */
export async function prepareDemo(
  server: DatabaseServer,
  name: string,
  say: (line: string) => void,
): Promise<Addresses> {
  const addresses = { ownerUrl: server.ownerUrl(name), appUrl: server.appUrl(name) };
  const maintenance = server.ownerUrl("postgres");
  await withConnection(maintenance, async (owner) => {
    // Two demonstrations started at once: the second waits, and finds everything done.
    await owner.query("SELECT pg_advisory_lock($1)", [preparingLock]);
    const content = hashOfContent();
    if (!(await makeDatabase(maintenance, name))) {
      const found = await contentOf(addresses);
      if (found === content) {
        await setUpDatabase(addresses);
        return;
      }
      if (await isInUse(maintenance, name)) {
        throw new Error(
          "Another demonstration is running on earlier content: stop it, then start this one again.",
        );
      }
      say(
        found === null
          ? "The demonstration was not finished last time: making it again."
          : "The seed or a framework has changed: making the demonstration again. What was typed in it goes.",
      );
      await dropDatabase(maintenance, name);
      await makeDatabase(maintenance, name);
    }
    await fill(addresses, content, say);
  });
  return addresses;
}

async function fill(addresses: Addresses, content: string, say: (line: string) => void): Promise<void> {
  say("Filling the demonstration. This takes about a minute, the first time.");
  // The data layer is loaded only now: a second start needs none of it.
  const { setUpService } = await import("../database/set-up-service");
  const { fillDemo } = await import("@/prisma/demo/fill");
  const { disconnect } = await import("@/lib/db");
  try {
    await setUpService(addresses, () => undefined);
    await fillDemo(content, say);
  } finally {
    await disconnect();
  }
}

/** What the database was filled from; null when it was left unfinished. Throws when it is no demonstration. */
async function contentOf({ ownerUrl }: Addresses): Promise<string | null> {
  return withConnection(ownerUrl, async (owner) => {
    const { rows: tables } = await owner.query("SELECT to_regclass('installation') AS installation");
    if (!tables[0].installation) return null;
    const { rows } = await owner.query<{ kind: string; seed_hash: string | null }>(
      "SELECT * FROM installation",
    );
    const { rows: people } = await owner.query("SELECT FROM person LIMIT 1");
    if (people.length > 0 && rows[0]?.kind !== "demo") {
      throw new Error(
        "The demonstration's database has people in it and is not marked as a demonstration: it stays.",
      );
    }
    return rows[0]?.seed_hash ?? null;
  });
}

async function isInUse(maintenance: string, name: string): Promise<boolean> {
  return withConnection(maintenance, async (owner) => {
    const { rowCount } = await owner.query("SELECT FROM pg_stat_activity WHERE datname = $1", [name]);
    return Boolean(rowCount);
  });
}
