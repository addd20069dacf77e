import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson, canonicalRows } from "./canonical-json";
import type { Row } from "./organisation-part";
import { leftOutRows, leftOutTables, partCalled, type PartName, partNames } from "./organisation-parts";
import { zipOf } from "./zip-archive";

// Everything an organisation has here as one file, `digital-maturity/organisation@1`: a zip archive of JSON documents,
// each the same byte for byte for the same content, and a manifest that says what they are.

export const ORGANISATION_FORMAT = "digital-maturity/organisation@1";

/** The public facts of an organisation. */
export const organisationSchema = z.strictObject({
  odsCode: z.string().min(1),
  name: z.string().min(1),
  kind: z.string(),
  careSettings: z.array(z.string()),
  regionCode: z.string().nullable(),
  icbCode: z.string().nullable(),
  subtype: z.string().nullable(),
  openedOn: z.iso.date().nullable(),
  closedOn: z.iso.date().nullable(),
  successorCode: z.string().nullable(),
});

/** Somebody who belongs to the organisation, or did something there. Addresses are of those who belong to it alone. */
export const personSchema = z.strictObject({
  id: z.guid(),
  name: z.string(),
  email: z.string().nullable(),
  jobTitle: z.string().nullable(),
});

/** What happened, in the order in which it did. */
export const eventSchema = z.strictObject({
  at: z.iso.datetime({ precision: 3 }),
  actorId: z.guid().nullable(),
  action: z.string().min(1),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
});

export const manifestSchema = z.strictObject({
  format: z.literal(ORGANISATION_FORMAT),
  madeAt: z.iso.datetime(),
  organisation: z.strictObject({ odsCode: z.string(), name: z.string() }),
  /** The versions that rounds were answered against: an installation that takes the file must have the very same. */
  frameworks: z.array(z.strictObject({ id: z.string(), version: z.string(), contentHash: z.string() })),
  documents: z.array(
    z.strictObject({ name: z.string(), rows: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
  /** What is not in the file, and why. */
  leftOut: z.array(z.strictObject({ what: z.string(), why: z.string() })),
});

export type Manifest = z.output<typeof manifestSchema>;

/** Everything an organisation has, as plain values. */
export type OrganisationContents = {
  organisation: z.output<typeof organisationSchema>;
  frameworks: Manifest["frameworks"];
  people: z.output<typeof personSchema>[];
  events: z.output<typeof eventSchema>[];
  parts: Readonly<Record<PartName, readonly Row[]>>;
};

/** Writes the file. `madeAt` stands in the manifest alone: the documents say nothing of when they were written. */
export async function organisationArchive(contents: OrganisationContents, madeAt: Date): Promise<Buffer> {
  const documents = documentsOf(contents);
  const { odsCode, name } = contents.organisation;
  const manifest: Manifest = {
    format: ORGANISATION_FORMAT,
    madeAt: madeAt.toISOString(),
    organisation: { odsCode, name },
    frameworks: contents.frameworks,
    documents: documents.map(({ text, ...document }) => ({ ...document, sha256: sha256(text) })),
    leftOut: leftOut(),
  };
  const files = documents.map((document) => ({ name: fileOf(document.name), text: document.text }));
  return zipOf([{ name: "manifest.json", text: `${JSON.stringify(manifest, null, 2)}\n` }, ...files], madeAt);
}

/** The name of a document's file in the archive. */
export function fileOf(document: string): string {
  return `${document}.json`;
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

type Document = { name: string; rows: number; text: string };

function documentsOf({ organisation, people, events, parts }: OrganisationContents): Document[] {
  const list = (name: string, rows: readonly unknown[]) => ({
    name,
    rows: rows.length,
    text: canonicalRows(rows),
  });
  return [
    { name: "organisation", rows: 1, text: `${canonicalJson(organisation)}\n` },
    list("people", people),
    ...partNames.map((name) => list(name, parts[name])),
    list("events", events),
  ];
}

function leftOut(): Manifest["leftOut"] {
  const columns = partNames.flatMap((name) =>
    Object.entries(partCalled(name).leftOut ?? {}).map(([column, why]) => ({
      what: `${name}.${column}`,
      why,
    })),
  );
  const rows = Object.entries(leftOutRows).map(([what, why]) => ({ what, why }));
  return [...Object.entries(leftOutTables).map(([what, why]) => ({ what, why })), ...columns, ...rows];
}
