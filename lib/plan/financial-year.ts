/** A financial year by the calendar year it begins in: 2027 is 2027/28, from 1 April 2027 to 31 March 2028. */
export type FinancialYear = number;

/** What is asked for where no such year was typed. */
export const YEAR_ASKED = "Enter a financial year from 2020/21 to 2099/00, such as 2027/28";

/** "2027/28". */
export function yearName(year: FinancialYear): string {
  return `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}

/** The year that was typed as "2027/28", "2027-28" or "2027"; undefined for anything else. */
export function yearTyped(text: string): FinancialYear | undefined {
  const [, first, second] = /^(\d{4})(?:\s*[/-]\s*(?:\d{2})?(\d{2}))?$/.exec(text.trim()) ?? [];
  if (first === undefined) return undefined;
  const year = Number(first);
  if (year < 2020 || year > 2099) return undefined;
  return second === undefined || Number(second) === (year + 1) % 100 ? year : undefined;
}
