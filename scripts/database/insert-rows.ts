import { type Client, DatabaseError, escapeIdentifier } from "pg";
import { jsonPointer, type Problem } from "@/lib/framework/problem";

/** What of a file this installation does not take: all that was done before is undone. */
export class Refusal extends Error {
  constructor(readonly problems: Problem[]) {
    super("The organisation was not brought in.");
  }
}

/** Ends the bringing in with one problem, by the place it is at. */
export function refuse(path: readonly PropertyKey[], message: string): never {
  throw new Refusal([{ path: jsonPointer(path), message }]);
}

/**
 * Adds rows in their order, in a transaction that is open. Where the database refuses them, they are tried one by one,
 * and the first it refuses is told by its place.
 */
export async function insertOrTell(
  owner: Client,
  table: string,
  rows: readonly object[],
  placeOf: (at: number) => readonly PropertyKey[],
): Promise<void> {
  await owner.query("SAVEPOINT before_rows");
  try {
    await insert(owner, table, rows);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    await owner.query("ROLLBACK TO SAVEPOINT before_rows");
    for (const [at, row] of rows.entries()) {
      await insert(owner, table, [row]).catch((reason: unknown) => {
        if (!(reason instanceof DatabaseError)) throw reason;
        refuse(placeOf(at), `is refused by the database: ${reason.constraint ?? reason.message}`);
      });
    }
    throw error;
  }
  await owner.query("RELEASE SAVEPOINT before_rows");
}

/** Adds rows in their order; what a row does not name gets its default. All name the same columns. */
async function insert(owner: Client, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).map(escapeIdentifier);
  await owner.query(
    `INSERT INTO ${escapeIdentifier(table)} (${columns.join(", ")})
     SELECT ${columns.map((column) => `made.${column}`).join(", ")}
     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS given (value, place),
          jsonb_populate_record(NULL::${escapeIdentifier(table)}, given.value) AS made
     ORDER BY given.place`,
    [JSON.stringify(rows)],
  );
}
