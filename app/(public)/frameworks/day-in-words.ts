import { dateInWords } from "@/lib/report/dates";

/** A framework's date, "2026-11-22", as people read it. Noon, so that no time zone makes it another day. */
export function dayInWords(date: string): string {
  return dateInWords(new Date(`${date}T12:00:00Z`));
}
