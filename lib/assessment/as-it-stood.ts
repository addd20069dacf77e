import type { Revision } from "./revision";
import type { StoredAnswer } from "./stored-answer";

/** A version of one answer among those of a whole assessment. */
export type PlacedRevision = Revision & { capabilityId: string; scope: string };

/** The answers that these versions leave standing: of each answer the latest version there is. */
export function answersLeftBy(revisions: readonly PlacedRevision[]): StoredAnswer[] {
  const latest = new Map<string, PlacedRevision>();
  for (const revision of revisions) {
    const place = `${revision.capabilityId} ${revision.scope}`;
    const known = latest.get(place);
    if (!known || known.version < revision.version) latest.set(place, revision);
  }
  return [...latest.values()].map(
    ({ capabilityId, scope, version, content, toConfirm, because, kind, at, byId }) => ({
      capabilityId,
      scope,
      version,
      ...content,
      carriedForward: toConfirm,
      withdrawn: kind === "withdrawn",
      savedAt: at,
      savedById: byId,
      enteredForId: because.enteredFor ?? null,
    }),
  );
}
