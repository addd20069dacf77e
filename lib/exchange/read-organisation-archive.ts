import { z } from "zod";
import { jsonPointer, type Problem, problemsFrom } from "@/lib/framework/problem";
import { unstorablePlaces } from "@/lib/storable";
import { canonicalJson } from "./canonical-json";
import { parseJson } from "./json-text";
import {
  eventSchema,
  fileOf,
  type Manifest,
  manifestSchema,
  type OrganisationContents,
  organisationSchema,
  personSchema,
  sha256,
} from "./organisation-document";
import { columnsOf, peopleIn, type Row, rowSchema } from "./organisation-part";
import { partCalled, type PartName, partNames } from "./organisation-parts";
import { shapesOf } from "./organisation-shapes";
import { textsIn } from "./zip-archive";

export type OrganisationRead =
  { ok: true; manifest: Manifest; contents: OrganisationContents } | { ok: false; problems: Problem[] };

/** An archive is read by whoever runs an installation: this ends what is no archive of ours, and spares nobody memory. */
const limits = { entries: 200, unpacked: 1_000_000_000 };

/**
 * Reads the file of an organisation (`digital-maturity/organisation@1`) and checks all of it: each document against
 * what the manifest says of it, each row against what it must hold, and that whom and what it names is in the file.
 * Problems name their place by JSON Pointer, the document first: "/answers/3/version". Never throws.
 */
export async function readOrganisationArchive(archive: Buffer): Promise<OrganisationRead> {
  const opened = await textsIn(archive, limits);
  if (!opened.ok)
    return refused("", "is no archive that was taken out of this service, or it was changed since");
  const { texts } = opened;
  const manifest = read(texts, "manifest", manifestSchema);
  if (!manifest.ok) return manifest;
  const faults = [...contentFaults(texts, manifest.value)];
  if (faults.length > 0) return { ok: false, problems: faults };
  const organisation = read(texts, "organisation", organisationSchema);
  const people = read(texts, "people", z.array(personSchema));
  const events = read(texts, "events", z.array(eventSchema));
  const told = new Set(manifest.value.documents.map(({ name }) => name));
  const parts = partNames.map((name) => ({
    name,
    rows:
      partCalled(name).late && !told.has(name)
        ? { ok: true as const, value: [] }
        : read(texts, name, z.array(rowSchema(partCalled(name), shapesOf(name)))),
  }));
  const problems = [organisation, people, events, ...parts.map(({ rows }) => rows)].flatMap((one) =>
    one.ok ? [] : one.problems,
  );
  if (!organisation.ok || !people.ok || !events.ok || problems.length > 0) return { ok: false, problems };
  const contents: OrganisationContents = {
    organisation: organisation.value,
    frameworks: manifest.value.frameworks,
    people: people.value,
    events: events.value,
    parts: Object.fromEntries(
      parts.map(({ name, rows }) => [name, rows.ok ? (rows.value as Row[]) : []]),
    ) as Record<PartName, Row[]>,
  };
  const dangling = whatIsMissing(contents);
  return dangling.length > 0
    ? { ok: false, problems: dangling }
    : { ok: true, manifest: manifest.value, contents };
}

function refused(path: string, message: string): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ path, message }] };
}

function read<T>(
  texts: ReadonlyMap<string, string>,
  document: string,
  schema: z.ZodType<T>,
): { ok: true; value: T } | { ok: false; problems: Problem[] } {
  const under = ({ path, message }: Problem) => ({ path: `${jsonPointer([document])}${path}`, message });
  const text = texts.get(fileOf(document));
  if (text === undefined) return refused(jsonPointer([document]), "is not in the file");
  const json = parseJson(text);
  if (!json.ok) return { ok: false, problems: json.problems.map(under) };
  const problems = unstorable(text, json.value);
  if (problems.length > 0) return { ok: false, problems: problems.map(under) };
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: problemsFrom(parsed.error, json.value).map(under) };
}

/** Text that no database keeps: JSON writes it as one of these. Few files have any, so the rest is not gone through. */
function unstorable(text: string, value: unknown): Problem[] {
  if (!/\\u(?:0000|d[89a-f])/i.test(text)) return [];
  return unstorablePlaces(value).map((path) => ({
    path: jsonPointer(path),
    message: "has the character NUL or half a letter, which cannot be kept",
  }));
}

/** Where the documents are not those that the manifest tells of. */
function contentFaults(texts: ReadonlyMap<string, string>, { documents }: Manifest): Problem[] {
  const told = new Map(documents.map((document) => [fileOf(document.name), document]));
  const unknown = [...texts.keys()].filter((file) => file !== "manifest.json" && !told.has(file));
  const changed = documents.filter(({ name, sha256: hash }) => {
    const text = texts.get(fileOf(name));
    return text !== undefined && sha256(text) !== hash;
  });
  return [
    ...unknown.map((file) => ({
      path: jsonPointer([file]),
      message: "is in the file, and its manifest does not name it",
    })),
    ...changed.map(({ name }) => ({
      path: jsonPointer([name]),
      message: "was changed after the file was made",
    })),
  ];
}

const owners = [
  ["assessment", "assessments"],
  ["evidence", "evidence"],
  ["plannedAction", "plannedActions"],
  ["snapshot", "snapshots"],
] as const;

/** Rows that name somebody or something that the file does not have, or that come twice. */
function whatIsMissing({ people, events, parts, frameworks }: OrganisationContents): Problem[] {
  const known = new Set(people.map(({ id }) => id));
  const versions = new Set(frameworks.map(({ id, version }) => `${id}@${version}`));
  const ids = new Map(owners.map(([kind, part]) => [kind, new Set(parts[part].map(({ id }) => id))]));
  const problems: Problem[] = [];
  const tell = (name: string, at: number, what: string | null, message: string) =>
    problems.push({ path: jsonPointer([name, at, ...(what === null ? [] : [what])]), message });
  for (const name of partNames) {
    const part = partCalled(name);
    const keys = new Set<string>();
    parts[name].forEach((row, at) => {
      if (peopleIn(part, row).some((id) => !known.has(id)))
        tell(name, at, null, "names somebody who is not in people");
      for (const [kind, owner] of owners) {
        for (const column of columnsOf(part, kind)) {
          const id = row[column];
          if (id !== null && !ids.get(kind)?.has(id)) tell(name, at, column, `is not in ${owner}`);
        }
      }
      const { frameworkId, frameworkVersion } = row;
      if (typeof frameworkId === "string" && !versions.has(`${frameworkId}@${String(frameworkVersion)}`))
        tell(name, at, "frameworkVersion", "is not among the frameworks of the manifest");
      const key = canonicalJson(part.key.map((column) => row[column]));
      if (part.inOrderOf === undefined && keys.has(key)) tell(name, at, null, "is there twice");
      keys.add(key);
    });
  }
  events.forEach(({ actorId }, at) => {
    if (actorId !== null && !known.has(actorId)) tell("events", at, "actorId", "is not in people");
  });
  return problems;
}
