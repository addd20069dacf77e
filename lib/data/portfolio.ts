import "server-only";
import type { UserGrant } from "@/lib/access/grant";
import type { CurrentUser } from "@/lib/access/user";
import { noteLook } from "./access-log";
import { type LatestResult, latestResults } from "./latest-results";

/** A client of a consultant: what it gave, and its last signed-off results. */
export type Client = { grant: UserGrant; results: LatestResult[] };

const byName = new Intl.Collator("en-GB");

/** The trusts that gave a consultant access, by name; empty for anybody else. That they were looked at is noted. */
export async function clientsOf(user: CurrentUser): Promise<Client[]> {
  const grants = widest(user.grants.filter(({ kind }) => kind === "consultancy"));
  const results = await latestResults(
    user,
    grants.map(({ organisationId }) => organisationId),
  );
  for (const { organisationId } of grants) await noteLook(user, organisationId);
  return grants
    .sort((one, other) => byName.compare(one.organisationName, other.organisationName))
    .map((grant) => ({
      grant,
      results: results.filter(({ organisationId }) => organisationId === grant.organisationId),
    }));
}

/** One grant a trust: where it gave several, the one that lasts longest, for the page to say until when. */
function widest(grants: readonly UserGrant[]): UserGrant[] {
  const kept = new Map<string, UserGrant>();
  for (const grant of grants) {
    const known = kept.get(grant.organisationId);
    if (!known || (known.endsOn ?? "9") < (grant.endsOn ?? "9")) kept.set(grant.organisationId, grant);
  }
  return [...kept.values()];
}
