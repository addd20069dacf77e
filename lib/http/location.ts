/**
 * A path of ours as the header `Location` takes it: what a header cannot hold is escaped, and what is escaped already
 * stays as it is. Some of a path may be what a form sent along.
 */
export function inLocation(path: string): string {
  return path.toWellFormed().replace(/[^\x21-\x7e]/gu, encodeURIComponent);
}
