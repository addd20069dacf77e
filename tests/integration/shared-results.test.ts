import { beforeEach, describe, expect, test } from "vitest";
import { systemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";
import { looksAt } from "@/lib/data/access-log";
import { assessmentsOf } from "@/lib/data/assessments";
import { clientsOf } from "@/lib/data/portfolio";
import { giveAccess } from "@/lib/data/grants";
import { groupByCode } from "@/lib/data/groups";
import { addMembership } from "@/lib/data/memberships";
import { chooseSharing, publishedResults, sharingChoice } from "@/lib/data/shared-results";
import { reopen, sendForReview, signOff } from "@/lib/data/sign-off";
import { systemsOf } from "@/lib/data/systems";
import { publishTemplate, templatesSeenBy } from "@/lib/data/target-templates";
import { lookBeneath } from "@/tests/support/database";
import { answerEverything, startedRound } from "@/tests/support/round";
import { asTheyAre, makeOrganisation, makeTrust, type Trust } from "@/tests/support/trust";

let system: Trust;
let viewer: CurrentUser;
let ours: Trust;
let lead: CurrentUser;
let approver: CurrentUser;

beforeEach(async () => {
  system = await makeOrganisation("icb");
  viewer = await system.let("system_viewer");
  ours = await makeTrust(["acute"], { icbCode: system.odsCode });
  [lead, approver] = [await ours.let("digital_lead"), await ours.let("approver")];
});

async function signedOffRound(level: number, round: string): Promise<void> {
  const open = (await assessmentsOf(lead, ours.id)).find(({ state }) => state === "in_progress");
  const id = open?.id ?? (await startedRound(lead, ours.id, { round }));
  await answerEverything(lead, id, level);
  await sendForReview(lead, id);
  await signOff(approver, id);
}

const shared = async () => (await systemsOf(viewer))[0]?.trusts.flatMap(({ results }) => results) ?? [];

describe("our lead shares signed-off results with the system, or not", () => {
  test("not until they say so; then its viewer sees stage, distance, score and change", async () => {
    await signedOffRound(2, "2024/25");
    expect(await shared()).toEqual([]);
    expect(await sharingChoice(lead, ours.id)).toEqual({ withSystem: false, changedAt: null });

    expect(await chooseSharing(lead, ours.id, { withSystem: true })).toBe(true);
    expect(await shared()).toMatchObject([
      { round: "2024/25", result: { overall: { low: 2 }, change: null } },
    ]);

    await signedOffRound(3, "2025/26");
    expect(await shared()).toMatchObject([
      { round: "2025/26", result: { overall: { low: 3 }, change: { since: "2024/25", by: 1 } } },
    ]);
  });

  test("from no on nothing of it is left there", async () => {
    await chooseSharing(lead, ours.id, { withSystem: true });
    await signedOffRound(2, "2025/26");
    expect(await shared()).toHaveLength(1);
    await chooseSharing(lead, ours.id, { withSystem: false });
    expect(await shared()).toEqual([]);
    expect(await lookBeneath("SELECT FROM published_result WHERE organisation_id = $1", [ours.id])).toEqual(
      [],
    );
  });

  test("what is shared names no sensitive capability and gives no capability's level away", async () => {
    await chooseSharing(lead, ours.id, { withSystem: true });
    await signedOffRound(2, "2025/26");
    const [row] = await shared();
    const text = JSON.stringify(row?.result);
    for (const sensitive of ["c01-3", "c06-2", "c06-3", "c10-2"]) expect(text).not.toContain(sensitive);
    expect(row?.result).not.toHaveProperty("capabilities");
    // All safeguards are below level 3: counting the two sensitive ones would tell of each of them.
    expect(row?.result).toMatchObject({ safeguards: { secured: 0, of: 6 }, unnamed: 0 });
  });

  test("a round that is opened again stays as it was signed, marked as being revised", async () => {
    await chooseSharing(lead, ours.id, { withSystem: true });
    await signedOffRound(2, "2025/26");
    const [signed] = (await assessmentsOf(lead, ours.id)).filter(({ state }) => state === "signed_off");
    expect(await shared()).toMatchObject([{ round: "2025/26", beingRevised: false }]);
    expect(await reopen(approver, signed?.id ?? "", "A figure was wrong")).toEqual({ kind: "moved" });
    expect(await shared()).toMatchObject([
      { round: "2025/26", beingRevised: true, result: { overall: { low: 2 } } },
    ]);
  });

  test("only the lead decides, and a draft never gets there", async () => {
    expect(await chooseSharing(approver, ours.id, { withSystem: true })).toBe(false);
    expect(await chooseSharing(viewer, ours.id, { withSystem: true })).toBe(false);
    await chooseSharing(lead, ours.id, { withSystem: true });
    await answerEverything(lead, await startedRound(lead, ours.id), 4);
    expect(await shared()).toEqual([]);
  });
});

describe("who sees a system", () => {
  test("another board, a trust of the system, a consultant: nothing of it", async () => {
    await chooseSharing(lead, ours.id, { withSystem: true });
    await signedOffRound(2, "2025/26");
    const elsewhere = await (await makeOrganisation("icb")).let("system_viewer");
    const neighbour = await (await makeTrust(["acute"], { icbCode: system.odsCode })).let("digital_lead");
    const clerk = await system.let("board_viewer");
    for (const person of [elsewhere, neighbour, clerk]) {
      expect(await publishedResults(person, [ours.id])).toEqual([]);
      expect((await systemsOf(person)).flatMap(({ trusts }) => trusts)).toEqual([]);
    }
  });

  test("a region sees the trusts of its region", async () => {
    const region = await makeOrganisation("region");
    const far = await makeTrust(["acute"], { regionCode: region.odsCode });
    const [view] = await systemsOf(await region.let("system_viewer"));
    expect(view?.trusts.map(({ id }) => id)).toEqual([far.id]);
  });
});

describe("a system publishes the levels it would like to see", () => {
  const template = { levels: { "c01-1": 3, "c06-3": 4 }, reason: "Agreed by the digital board" } as const;

  test("its trusts read it and it sets nobody's target", async () => {
    expect(await publishTemplate(viewer, system.id, template)).toBe(true);
    expect(await templatesSeenBy(lead)).toMatchObject([
      { organisationName: system.name, levels: template.levels, publishedBy: viewer.name },
    ]);
    const elsewhere = await (await makeTrust()).let("digital_lead");
    expect(await templatesSeenBy(elsewhere)).toEqual([]);
    expect(await lookBeneath("SELECT FROM target WHERE organisation_id = $1", [ours.id])).toEqual([]);
  });

  test("only its viewer may, only for capabilities there are; an empty one takes it back", async () => {
    expect(await publishTemplate(lead, system.id, template)).toBe(false);
    expect(await publishTemplate(viewer, ours.id, template)).toBe(false);
    expect(await publishTemplate(viewer, system.id, { levels: { "c99-9": 3 }, reason: "" })).toBe(false);
    await publishTemplate(viewer, system.id, template);
    await publishTemplate(viewer, system.id, { levels: {}, reason: "" });
    expect(await templatesSeenBy(viewer)).toEqual([]);
  });
});

describe("a consultant's clients and a group's trusts", () => {
  test("each with its last signed-off headline, and nobody else's", async () => {
    await signedOffRound(2, "2024/25");
    const consultancy = await makeOrganisation("consultancy");
    const consultant = await consultancy.let("consultant");
    expect(await clientsOf(consultant)).toEqual([]);
    const endsOn = new Date("2099-03-31");
    const grant = { kind: "consultancy", receiverId: consultancy.id, email: null, endsOn } as const;
    await giveAccess(lead, ours.id, { ...grant, scope: "results", beside: "unnamed" });
    const clients = await clientsOf(await asTheyAre(consultant.personId));
    expect(clients).toMatchObject([
      {
        grant: { odsCode: ours.odsCode, beside: "unnamed" },
        results: [{ round: "2024/25", setting: "acute" }],
      },
    ]);

    const group = await makeOrganisation("group");
    const groupLead = await group.let("digital_lead");
    await giveAccess(lead, ours.id, { kind: "group", receiverId: group.id });
    expect(await groupByCode(await asTheyAre(groupLead.personId), group.odsCode)).toMatchObject({
      trusts: [{ odsCode: ours.odsCode, results: [{ round: "2024/25" }], open: { round: "2025/26" } }],
    });
    expect(await groupByCode(lead, group.odsCode)).toBeNull();

    // Whoever leads two groups looks at the trusts of the one they open, and at no others.
    const [theirs, other] = [await makeTrust(), await makeOrganisation("group")];
    const theirLead = await theirs.let("digital_lead");
    await startedRound(theirLead, theirs.id);
    await giveAccess(theirLead, theirs.id, { kind: "group", receiverId: other.id });
    await addMembership(systemActor(other.id), {
      organisationId: other.id,
      personId: groupLead.personId,
      role: "digital_lead",
    });
    expect(await groupByCode(await asTheyAre(groupLead.personId), group.odsCode)).not.toBeNull();
    expect(await looksAt(theirLead, theirs.id)).toEqual([]);
    expect(await looksAt(lead, ours.id)).toMatchObject([
      { personId: groupLead.personId },
      { personId: consultant.personId },
    ]);
  });
});
