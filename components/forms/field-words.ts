/** What somebody wrote, as against a choice, a number, a date or an id. */
export function isText(value: string): boolean {
  return /\s/.test(value.trim());
}
