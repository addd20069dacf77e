/** Whether who asks holds this content already (RFC 9110 §13.1.2: weak comparison, a list, or any at all). */
export function holds(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const held = ifNoneMatch.split(",").map((each) => each.trim().replace(/^W\//, ""));
  return held.includes("*") || held.includes(etag);
}

/** The tag of an answer: its version, since each accepted save makes the next. */
export function versionTag(version: number): string {
  return `"${version}"`;
}

/**
 * The version that `If-Match` names; null where it is not sent. `unreadable` for a list, a weak tag, `*` or what is no
 * tag of ours: whoever overwrites says exactly what they have read.
 */
export function versionMatched(ifMatch: string | null): number | null | "unreadable" {
  if (ifMatch === null) return null;
  const version = /^"(0|[1-9]\d{0,8})"$/.exec(ifMatch.trim())?.[1];
  return version === undefined ? "unreadable" : Number(version);
}
