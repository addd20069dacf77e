/** The ticks of a "what if" as an address holds them; the same ticks always in the same words. */
export function whatIfSearch({ met, lost }: { met: Iterable<string>; lost?: Iterable<string> }): string {
  const search = new URLSearchParams([
    ...[...met].map((id) => ["met", id]),
    ...[...(lost ?? [])].map((id) => ["lost", id]),
  ]);
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
