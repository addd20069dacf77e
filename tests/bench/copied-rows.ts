import type { withConnection } from "@/scripts/database/connection";

/** A connection as the owner of the database. */
export type Owner = Parameters<Parameters<typeof withConnection>[1]>[0];

type Copying = {
  table: string;
  /** What differs in the copies: a column and its SQL expression. */
  changed: Record<string, string>;
  /** The organisation whose rows are copied. */
  from: string;
  /** Which of them: those with this value in this column. */
  column: string;
  value: string;
};

/** Copies rows of an organisation within the transaction, with every column they have. */
export async function copyRows(
  owner: Owner,
  { table, changed, from, column, value }: Copying,
): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = current_schema AND table_name = $1",
    [table],
  );
  const columns = rows.map(({ name }) => name);
  const values = columns.map((name) => changed[name] ?? name);
  await owner.query(
    `INSERT INTO ${table} (${columns.join(", ")}) SELECT ${values.join(", ")} FROM ${table} WHERE organisation_id = $1 AND ${column} = $2`,
    [from, value],
  );
}
