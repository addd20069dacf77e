import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { type PublishedResult, publishedResults } from "./shared-results";
import { shared } from "./tenant";

/** A trust of a system, and what it shares; nothing where it chose not to, or has not signed anything off. */
export type SystemTrust = { id: string; odsCode: string; name: string; results: PublishedResult[] };

/** An integrated care board or region with its trusts, by name. */
export type SystemView = {
  id: string;
  odsCode: string;
  name: string;
  kind: "icb" | "region";
  trusts: SystemTrust[];
};

const byName = new Intl.Collator("en-GB");

/** The systems a person views: roll-ups of what their trusts share, and of nothing else. Empty for anybody else. */
export async function systemsOf(user: CurrentUser): Promise<SystemView[]> {
  const ids = user.memberships
    .map(({ organisationId }) => organisationId)
    .filter((id) => may(user, "see the system view", id));
  const systems = await shared().organisation.findMany({
    where: { id: { in: ids }, kind: { in: ["icb", "region"] } },
    select: { id: true, odsCode: true, name: true, kind: true },
  });
  return Promise.all(
    systems
      .sort((one, other) => byName.compare(one.name, other.name))
      .map(async ({ kind, ...system }) => {
        const region = kind === "region";
        return {
          ...system,
          kind: region ? "region" : "icb",
          trusts: await trustsOf(user, system.odsCode, region),
        } as const;
      }),
  );
}

/** One of the systems a person views, by its code in either case; null for anybody else. */
export async function systemByCode(
  user: CurrentUser,
  odsCode: string,
): Promise<{ id: string; odsCode: string; name: string } | null> {
  const code = odsCode.toUpperCase();
  const held = user.memberships.find(
    ({ odsCode: known, organisationId }) =>
      known === code && may(user, "see the system view", organisationId),
  );
  return held ? { id: held.organisationId, odsCode: held.odsCode, name: held.organisationName } : null;
}

async function trustsOf(user: CurrentUser, code: string, region: boolean): Promise<SystemTrust[]> {
  const trusts = await shared().organisation.findMany({
    where: { kind: "trust", ...(region ? { regionCode: code } : { icbCode: code }) },
    select: { id: true, odsCode: true, name: true },
  });
  const results = await publishedResults(
    user,
    trusts.map(({ id }) => id),
  );
  return trusts
    .sort((one, other) => byName.compare(one.name, other.name))
    .map((trust) => ({
      ...trust,
      results: results.filter(({ organisationId }) => organisationId === trust.id),
    }));
}
