import { allowedText } from "./allowed-text";

// Text that people typed, made safe for a spreadsheet: the one place, for CSV and Excel alike (design 5).

/** What starts a formula in Excel or LibreOffice, and the full-width forms that some versions take for it. */
const STARTS_FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** White space and marks that are not seen, behind which a formula could hide. */
const NOT_SEEN = /^[ \u00A0\u1680\u2000-\u200F\u2028-\u202F\u205F-\u2064\u3000\uFEFF]+/;

/**
 * The text as a cell may hold it: read as text by every spreadsheet program, never run. What could start a formula
 * gets an apostrophe in front, the sign for "this is text"; everything else stays as it was typed.
 */
export function spreadsheetText(typed: string): string {
  const text = allowedText(typed);
  const risky = STARTS_FORMULA.test(text) || STARTS_FORMULA.test(text.replace(NOT_SEEN, ""));
  return risky ? `'${text}` : text;
}
