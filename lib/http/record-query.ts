import { z } from "zod";
import { endOfDay, isoDate } from "@/lib/report/dates";
import { dayTyped } from "./typed-day";

/** The query of an audit page as it was typed. */
export type RecordQuery = Readonly<Record<string, string | string[] | undefined>>;

/** What a query asks of the record of events, with what is wrong about it. Days are those in London. */
export type AskedRecord = {
  filter: { personId?: string; action?: string; from?: Date; before?: Date };
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
};

const names = ["person", "action", "from-day", "from-month", "from-year", "to-day", "to-month", "to-year"];
const DAY = 24 * 60 * 60_000;
const NO_DAY = "Enter a real date, such as 20 11 2026, or leave all three boxes empty";

/** Reads the filter of an audit page; what cannot be read is left out and told. */
export function recordAsked(query: RecordQuery): AskedRecord {
  const typed = Object.fromEntries(
    names.map((name) => [name, typeof query[name] === "string" ? query[name].trim().slice(0, 100) : ""]),
  );
  const day = (name: string) =>
    dayTyped({
      day: typed[`${name}-day`] ?? "",
      month: typed[`${name}-month`] ?? "",
      year: typed[`${name}-year`] ?? "",
    });
  const [from, to] = [day("from"), day("to")];
  const person = z.uuid().safeParse(typed.person).data;
  return {
    filter: {
      ...(person && { personId: person }),
      ...(typed.action && { action: typed.action }),
      ...(from && { from: endOfDay(isoDate(new Date(from.getTime() - DAY))) }),
      ...(to && { before: endOfDay(isoDate(to)) }),
    },
    typed,
    errors: {
      ...(from === undefined && { from: NO_DAY }),
      ...(to === undefined && { to: NO_DAY }),
    },
  };
}
