import { z } from "zod";

// What a part of an organisation's file is: a table, what its columns hold and what a row of it must look like.

const kinds = {
  text: z.string(),
  count: z.int(),
  flag: z.boolean(),
  /** "2026-04-06" */
  day: z.iso.date(),
  /** "2026-04-06T09:30:00.000Z" */
  moment: z.iso.datetime({ precision: 3 }),
  /** A document; lib/exchange/organisation-shapes says what it must look like. */
  json: z.unknown(),
  texts: z.array(z.string()),
  /** A picture, in hexadecimal as PostgreSQL writes it; lib/exchange/organisation-shapes says which. */
  bytes: z.string().regex(/^\\x(?:[0-9a-f]{2})*$/),
  id: z.guid(),
  /** Somebody of the document "people". */
  person: z.guid(),
  persons: z.array(z.guid()),
  /** Another organisation, by what it is known by everywhere. */
  organisation: z.strictObject({ odsCode: z.string().min(1), kind: z.string(), name: z.string() }),
  // A row of the part of that name.
  assessment: z.guid(),
  evidence: z.guid(),
  plannedAction: z.guid(),
  snapshot: z.guid(),
} as const;

type Kind = keyof typeof kinds;
/** What a column holds; with a question mark, or nothing. */
export type ColumnKind = Kind | `${Kind}?`;

export type Part = {
  /** The table, as the data layer names it. */
  table: string;
  columns: Readonly<Record<string, ColumnKind>>;
  /** The columns that tell one row from another: rows stand in their order. None where there is one row at most. */
  key: readonly string[];
  /** The column of the table that says in which order rows came, where none that is taken along does. */
  inOrderOf?: string;
  /** Who must have written a row: the database takes it in nobody else's name. */
  inNameOf?: string;
  /** Columns that files from before they were there lack, and what they then hold. */
  since?: Readonly<Record<string, unknown>>;
  /** True for a table that files from before it was there lack: they tell of no row of it. */
  late?: true;
  /** Columns of the table that stay behind, and why. */
  leftOut?: Readonly<Record<string, string>>;
};

/** One row of a part, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * What a row of a part looks like in a document. Unknown names are refused. `shapes` says what the columns that hold
 * documents must look like, and leaves them as they came: what is taken out again is the same to the byte.
 */
export function rowSchema({ columns, since = {} }: Part, shapes: Readonly<Record<string, z.ZodType>>) {
  const shape = Object.entries(columns).map(([name, kind]) => {
    const shape = shapes[name];
    const schema = orNothing(kind, shape ? asItCame(shape) : kinds[plainKind(kind)]);
    return [name, name in since ? schema.default(since[name]) : schema] as const;
  });
  return z.strictObject(Object.fromEntries(shape));
}

function orNothing(kind: ColumnKind, schema: z.ZodType): z.ZodType {
  return kind.endsWith("?") ? schema.nullable() : schema;
}

/** Checks a value and changes nothing of it: no key that a schema passes over is lost. */
function asItCame(schema: z.ZodType): z.ZodType {
  return z.unknown().check((found) => {
    const { error } = schema.safeParse(found.value);
    for (const issue of error?.issues ?? []) found.issues.push({ ...issue, input: found.value } as never);
  });
}

/** What a column holds where it holds something. */
export function plainKind(kind: ColumnKind): Kind {
  return kind.replace("?", "") as Kind;
}

/** The names of a part's columns that hold something of a kind. */
export function columnsOf(part: Part, kind: Kind): string[] {
  return Object.keys(part.columns).filter((name) => plainKind(part.columns[name] ?? "text") === kind);
}

/** The people that a row names. */
export function peopleIn(part: Part, row: Row): string[] {
  const named = [...columnsOf(part, "person"), ...columnsOf(part, "persons")].flatMap((name) => row[name]);
  return named.filter((id) => typeof id === "string");
}

/** What the database calls a table or column. */
export function sqlName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
