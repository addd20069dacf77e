import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { groupsOf } from "@/lib/data/groups";
import { guestRounds } from "@/lib/data/guest-rounds";
import { groupPath, levelsPath, portfolioPath, systemPath } from "@/lib/http/addresses";

export type PlaceElsewhere = { href: string; heading: string; text: string };

/** Where a person works for organisations that are not their own: clients, a system, a group, rounds to review. */
export async function placesElsewhere(user: CurrentUser): Promise<PlaceElsewhere[]> {
  const holds = (permission: "see the client portfolio" | "see the system view") =>
    user.memberships.some(({ organisationId }) => may(user, permission, organisationId));
  const [groups, rounds] = await Promise.all([groupsOf(user), guestRounds(user)]);
  return [
    ...(holds("see the client portfolio")
      ? [{ href: portfolioPath, heading: "Your clients", text: "Trusts that gave you access" }]
      : []),
    ...(holds("see the system view")
      ? [{ href: systemPath, heading: "Your system", text: "What its trusts share" }]
      : []),
    ...groups.map(({ odsCode, name }) => ({ href: groupPath(odsCode), heading: name, text: "Group" })),
    ...rounds.map(({ assessmentId, round, organisationName }) => ({
      href: levelsPath(assessmentId),
      heading: `${organisationName}, ${round}`,
      text: "Guest review",
    })),
  ];
}
