import { makeToken } from "@/lib/data/make-token";
import type { CurrentUser } from "@/lib/access/user";

/** A token the lead made for the data warehouse. Nobody ever sees it, so it opens nothing for anybody. */
export async function addPrograms(lead: CurrentUser, organisationId: string): Promise<void> {
  const made = await makeToken(
    lead,
    { name: "Data warehouse", scopes: ["read"], organisationIds: [organisationId], days: 365 },
    new Date(),
  );
  if (made.kind !== "made") throw new Error(`The demo's token was not made: ${made.kind}`);
}
