import type { DateParts } from "@/components/forms/date-input";

/** The three boxes of a date as they were typed. */
export function typedParts(values: Readonly<Record<string, string>>, name: string): DateParts {
  return { day: values[`${name}-day`], month: values[`${name}-month`], year: values[`${name}-year`] };
}

/** The three boxes of a date as it is kept, at midnight UTC; empty ones for none. */
export function keptParts(date: Date | null): DateParts {
  if (!date) return {};
  return {
    day: String(date.getUTCDate()),
    month: String(date.getUTCMonth() + 1),
    year: String(date.getUTCFullYear()),
  };
}
