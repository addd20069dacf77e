/**
 * The one spelling under which an e-mail address is kept and found: without spaces around it, small, letters that look
 * the same coded alike. Two people never have addresses that differ in nothing else.
 */
export function normalEmail(typed: string): string {
  return typed.normalize("NFKC").trim().toLowerCase();
}
