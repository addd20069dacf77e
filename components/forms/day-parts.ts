import type { DateParts } from "./date-input";

/** The three boxes of a date: as they were typed, or from the day that stands, written 2027-03-31. */
export function dayParts(
  name: string,
  typed: Readonly<Record<string, string>> | null,
  kept: string | null | undefined,
): DateParts {
  if (typed) return { day: typed[`${name}-day`], month: typed[`${name}-month`], year: typed[`${name}-year`] };
  const [year, month, day] = kept?.split("-").map((part) => part.replace(/^0+/, "")) ?? [];
  return { day, month, year };
}
