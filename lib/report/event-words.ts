import { eventWords } from "@/lib/access/event-kind";
import { dateInWords, momentInWords } from "./dates";

/** One event of the audit record as it is shown. `by` is null for the service itself and for failed sign-ins. */
export type RecordedEvent = {
  id: string;
  at: Date;
  by: string | null;
  action: string;
  subject: string;
  detail: Readonly<Record<string, unknown>>;
};

/** The names of people and organisations by id. */
export type Names = ReadonlyMap<string, string>;

/** What happened, in words. A kind that only another version of the service knows is read from its name. */
export function actionInWords(action: string): string {
  return (eventWords as Readonly<Record<string, string>>)[action] ?? wordsOf(action);
}

/** What it was done to, as people read it: "person Priya Raman", "action 3f2a91c0". The file has the whole id. */
export function subjectInWords(subject: string, names: Names): string {
  const at = subject.indexOf(":");
  if (at < 0) return subject;
  const [kind, which] = [subject.slice(0, at), subject.slice(at + 1)];
  return `${kind.replace(/[_-]+/g, " ")} ${named(which, names)}`.trim();
}

/** What an event carries, as people read it: "version 3, from in progress, until 23 November 2027". */
export function detailForPeople(detail: RecordedEvent["detail"], names: Names): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${nameInWords(name)} ${valueInWords(value, names)}`)
    .join(", ");
}

/** The ids, versions and states that an event carries, as they are kept: "version 3, from in_progress, to in_review". */
export function detailInWords(detail: RecordedEvent["detail"]): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${nameInWords(name)} ${String(value)}`)
    .join(", ");
}

/** The ids that stand in an event, of whatever kind. */
export function idsIn({ subject, detail }: Pick<RecordedEvent, "subject" | "detail">): string[] {
  return [subject, ...Object.values(detail)].flatMap((value) =>
    typeof value === "string" ? (value.match(anyId) ?? []) : [],
  );
}

export const eventColumns = ["Number", "Time (UTC)", "Who", "What", "About", "Details"] as const;

/** One event as a row of a file, with the exact time. */
export function eventRow({ id, at, by, action, subject, detail }: RecordedEvent): string[] {
  return [
    id,
    at.toISOString(),
    by ?? "The service, or nobody signed in",
    action,
    subject,
    detailInWords(detail),
  ];
}

const anyId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

function named(text: string, names: Names): string {
  return text.replace(anyId, (id) => names.get(id) ?? id.slice(0, 8));
}

function valueInWords(value: unknown, names: Names): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dateInWords(new Date(text));
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return momentInWords(new Date(text));
  return named(text.replace(/(?<=[a-z])_(?=[a-z])/g, " "), names);
}

function nameInWords(name: string): string {
  return name.replace(/([A-Z])/g, " $1").toLowerCase();
}

function wordsOf(action: string): string {
  const words = action.replace(/[.\-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
