/** The three boxes of a date as they were typed. */
export type TypedDay = { day: string; month: string; year: string };

/**
 * The day that was typed, at midnight UTC as dates are kept; null where all three boxes are empty, undefined where
 * there is no such day, or it is in no year from 1900 to 2099.
 */
export function dayTyped({ day, month, year }: TypedDay): Date | null | undefined {
  if (!day && !month && !year) return null;
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^(19|20)\d{2}$/.test(year)) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const same = date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1;
  return same ? date : undefined;
}
