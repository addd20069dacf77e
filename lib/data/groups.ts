import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import { currentRound } from "@/lib/assessment/states";
import { noteLook } from "./access-log";
import { type LatestResult, latestResults } from "./latest-results";
import { everyAssessment } from "./assessments";
import { shared } from "./tenant";

/** A trust of a group, as the group's lead sees it beside the others. */
export type GroupTrust = {
  organisationId: string;
  odsCode: string;
  name: string;
  results: LatestResult[];
  /** The round that is open, if one is. */
  open: { assessmentId: string; round: string } | null;
};

export type Group = { id: string; odsCode: string; name: string; trusts: GroupTrust[] };

const byName = new Intl.Collator("en-GB");

/** The groups a person leads, by name. */
export async function groupsOf(user: CurrentUser): Promise<{ id: string; odsCode: string; name: string }[]> {
  const ids = user.memberships
    .filter(({ role }) => role === "digital_lead")
    .map((held) => held.organisationId);
  const rows = await shared().organisation.findMany({
    where: { id: { in: ids }, kind: "group" },
    select: { id: true, odsCode: true, name: true },
  });
  return rows.sort((one, other) => byName.compare(one.name, other.name));
}

/** A group with the trusts that made it their lead, each with its own results; null for whoever does not lead it. */
export async function groupByCode(user: CurrentUser, odsCode: string): Promise<Group | null> {
  const group = (await groupsOf(user)).find((known) => known.odsCode === odsCode.toUpperCase());
  if (!group) return null;
  const given = user.grants.filter(({ kind, receiverId }) => kind === "group" && receiverId === group.id);
  const ids = given.map(({ organisationId }) => organisationId);
  const results = await latestResults(user, ids);
  const all = await everyAssessment(user, ids);
  const trusts: GroupTrust[] = [];
  for (const { organisationId, odsCode: code, organisationName } of given) {
    await noteLook(user, organisationId);
    const round = currentRound(all.filter((assessment) => assessment.organisationId === organisationId));
    trusts.push({
      organisationId,
      odsCode: code,
      name: organisationName,
      results: results.filter((result) => result.organisationId === organisationId),
      open: round ? { assessmentId: round.id, round: round.round } : null,
    });
  }
  return { ...group, trusts: trusts.sort((one, other) => byName.compare(one.name, other.name)) };
}
