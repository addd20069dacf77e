import type { DateParts } from "@/components/forms/date-input";
import { isoDate } from "@/lib/report/dates";

/** The query of the page; a name that came twice is a list, and no day. */
export type DayQuery = Readonly<Record<string, string | string[] | undefined>>;

/** The day that a query asks for, "2026-11-20"; null with what is wrong where it is none, or none was asked for. */
export function dayAsked(
  query: DayQuery,
  now: Date,
): { typed: DateParts; day: string | null; error?: string } {
  const one = (name: string) => [query[name] ?? ""].flat().join(" ").slice(0, 20);
  const typed = { day: one("on-day"), month: one("on-month"), year: one("on-year") };
  const parts = [typed.year, typed.month, typed.day].map((part) => part.trim());
  if (parts.every((part) => part === "")) return { typed, day: null };
  const day = parts.map((part) => part.padStart(2, "0")).join("-");
  const date = new Date(`${day}T00:00:00Z`);
  const real = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(date.getTime());
  if (!real || date.toISOString().slice(0, 10) !== day) {
    return { typed, day: null, error: "Enter a real date, such as 20 11 2026" };
  }
  if (day > isoDate(now)) return { typed, day: null, error: "The date must be today or in the past" };
  return { typed, day };
}
