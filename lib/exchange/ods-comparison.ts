import type { OdsTrust } from "./ods-extract";

/** A trust as it stands in the register; dates as in an extract. */
export type RegisterTrust = {
  code: string;
  name: string;
  subtype: string | null;
  regionCode: string | null;
  icbCode: string | null;
  openedOn: string | null;
  closedOn: string | null;
  successorCode: string | null;
};

type Field = "name" | "subtype" | "regionCode" | "icbCode" | "openedOn" | "closedOn";
export type FieldChange = { field: Field; from: string | null; to: string | null };
export type TrustChange = { code: string; name: string; fields: FieldChange[] };

/** What applying an extract would do. Nothing is ever deleted, and no care setting touched. */
export type OdsChanges = {
  added: OdsTrust[];
  /** Everything but a closing. */
  changed: TrustChange[];
  closed: TrustChange[];
  /**
   * Closings after which exactly one trust opened in the same integrated care board, that day or the next: the
   * extract names no successor, so somebody has to say that it is one.
   */
  merged: (TrustChange & { into: { code: string; name: string } })[];
  unchanged: number;
  /** Trusts that had closed before they were ever in the register. */
  leftOut: number;
  /** Codes in the register that no file names: they stay as they are. */
  notNamed: string[];
};

/** Compares what the register holds with what the files say. The same files a second time change nothing. */
export function compareWithRegister(
  register: readonly RegisterTrust[],
  extract: readonly OdsTrust[],
): OdsChanges {
  const known = new Map(register.map((trust) => [trust.code, trust]));
  const named = new Set(extract.map(({ code }) => code));
  const changes: OdsChanges = {
    added: [],
    changed: [],
    closed: [],
    merged: [],
    unchanged: 0,
    leftOut: 0,
    notNamed: register.filter(({ code }) => !named.has(code)).map(({ code }) => code),
  };
  for (const trust of extract) {
    const held = known.get(trust.code);
    if (!held) {
      if (trust.closedOn) changes.leftOut += 1;
      else changes.added.push(trust);
      continue;
    }
    const fields = differences(held, trust);
    if (fields.length === 0) {
      changes.unchanged += 1;
      continue;
    }
    const change = { code: trust.code, name: held.name, fields };
    const closes = trust.closedOn !== null && held.closedOn === null;
    const into = closes && held.successorCode === null ? successorOf(trust, extract) : null;
    if (into) changes.merged.push({ ...change, into: { code: into.code, name: into.name } });
    else (closes ? changes.closed : changes.changed).push(change);
  }
  return changes;
}

function differences(held: RegisterTrust, trust: OdsTrust): FieldChange[] {
  const fields = ["name", "subtype", "regionCode", "icbCode", "openedOn", "closedOn"] as const;
  return (
    fields
      .filter((field) => held[field] !== trust[field])
      // Names that differ in capitals alone were put right by hand; so was a subtype that is there.
      .filter((field) => field !== "name" || !sameLetters(held.name, trust.name))
      .filter((field) => field !== "subtype" || held.subtype === null)
      .map((field) => ({ field, from: held[field], to: trust[field] }))
  );
}

function sameLetters(one: string, other: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim();
  return plain(one) === plain(other);
}

function successorOf({ code, closedOn, icbCode }: OdsTrust, extract: readonly OdsTrust[]): OdsTrust | null {
  if (!closedOn) return null;
  const found = extract.filter(
    (other) =>
      other.code !== code &&
      other.closedOn === null &&
      other.icbCode === icbCode &&
      (other.openedOn === closedOn || other.openedOn === dayAfter(closedOn)),
  );
  const [only] = found;
  return only && found.length === 1 ? only : null;
}

function dayAfter(iso: string): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
