import type { OrganisationContents } from "@/lib/exchange/organisation-document";
import type { Row } from "@/lib/exchange/organisation-part";
import { findCapability } from "@/lib/framework/find";
import type { Capability, Framework } from "@/lib/framework/schema";
import { scopeName } from "@/lib/framework/setting-names";
import type { CsvCell } from "./csv";

/** What tables are made from. `frameworkOf` gives the questions of a version, null where they are not here any more. */
export type TableGround = {
  contents: OrganisationContents;
  frameworkOf: (id: string, version: string) => Framework | null;
};

/** A table with its columns named once. */
export type EverythingTable = {
  name: string;
  columns: readonly string[];
  rows: readonly (readonly CsvCell[])[];
};

/** What stands above a column, and what a row says in it. */
export type Column = readonly [header: string, cell: (row: Row) => unknown];

/** A table with a line for each row of a part. */
export function table(name: string, rows: readonly Row[], columns: readonly Column[]): EverythingTable {
  return {
    name,
    columns: columns.map(([header]) => header),
    rows: rows.map((row) => columns.map(([, cell]) => cellOf(cell(row)))),
  };
}

/** What a column of a row says as a cell: figures stay figures, yes and no are words, nothing is empty. */
export function cellOf(value: unknown): CsvCell {
  if (typeof value === "number" || typeof value === "string") return value === "" ? null : value;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (Array.isArray(value)) return value.join(", ") || null;
  return null;
}

/** The names of the people in the file by their ids. */
export function namesIn({ people }: OrganisationContents): (id: unknown) => CsvCell {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => (typeof id === "string" ? (names.get(id) ?? null) : null);
}

/** A round with the questions it was answered against, by its id. */
export function roundsIn({ contents, frameworkOf }: TableGround): (id: unknown) => Round {
  const rounds = new Map(
    contents.parts.assessments.map(({ id, round, frameworkId, frameworkVersion, careSettings }) => [
      id,
      {
        name: String(round),
        framework: frameworkOf(String(frameworkId), String(frameworkVersion)),
        careSettings: careSettings as string[],
      },
    ]),
  );
  return (id) => rounds.get(id) ?? { name: "", framework: null, careSettings: [] };
}

export type Round = { name: string; framework: Framework | null; careSettings: readonly string[] };

/** The columns that say which question of which round a row is about. */
export function placesIn(ground: TableGround): Column[] {
  const round = roundsIn(ground);
  const asked = (row: Row) => capabilityOf(round(row.assessmentId), row);
  return [
    ["Round", (row) => round(row.assessmentId).name],
    ["Number", (row) => asked(row)?.number ?? row.capabilityId],
    ["Capability", (row) => asked(row)?.name],
    ["Where", ({ assessmentId, scope }) => whereIn(round(assessmentId), String(scope))],
  ];
}

/** The capability a row is about, where the questions of its round are here. */
export function capabilityOf({ framework }: Round, { capabilityId }: Row): Capability | undefined {
  return framework ? findCapability(framework, String(capabilityId)) : undefined;
}

/** The scope of an answer in words, where the questions of its round are here. */
export function whereIn({ framework }: Round, scope: string): string {
  return framework ? scopeName(framework, scope) : scope;
}
