import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { systemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";
import { looksAt } from "@/lib/data/access-log";
import { assessmentWork } from "@/lib/data/assessment-work";
import { getAssessment } from "@/lib/data/assessments";
import { getCheckpoint, makeCheckpoint } from "@/lib/data/checkpoints";
import { changeGrant, endGrant, giveAccess, grantsOf, type NewGrant } from "@/lib/data/grants";
import { endMembership } from "@/lib/data/memberships";
import { organisationByCode } from "@/lib/data/organisations";
import { userWithoutSession } from "@/lib/data/people";
import { startSession, userOfSession } from "@/lib/data/sessions";
import { signOffsOf } from "@/lib/data/snapshots";
import { withTenant } from "@/lib/data/tenant";
import { lookBeneath } from "@/tests/support/database";
import { save, startedRound } from "@/tests/support/round";
import { fillTables } from "@/tests/support/tenant-rows";
import { asTheyAre, mailAddress, makeOrganisation, makeTrust, type Trust } from "@/tests/support/trust";

const day = 24 * 60 * 60_000;
const soon = new Date("2099-03-31");

let consultancy: Trust;
let ours: Trust;
let theirs: Trust;
let lead: CurrentUser;
let consultant: CurrentUser;
let round: string;

beforeEach(async () => {
  consultancy = await makeOrganisation("consultancy");
  consultant = await consultancy.let("consultant");
  [ours, theirs] = [await makeTrust(), await makeTrust()];
  lead = await ours.let("digital_lead");
  round = await startedRound(lead, ours.id);
});

async function give(grant: Partial<NewGrant> = {}, now = new Date()): Promise<string> {
  const whole = { ...consultancyGrant(), ...grant } as NewGrant;
  const outcome = await giveAccess(lead, ours.id, whole, now);
  if (outcome.kind !== "given") throw new Error(outcome.kind);
  return outcome.id;
}

function consultancyGrant(): NewGrant {
  return {
    kind: "consultancy",
    receiverId: consultancy.id,
    email: null,
    scope: "results",
    beside: "no",
    endsOn: soon,
  } as NewGrant;
}

describe("our lead gives a consultancy access until a date", () => {
  test("its consultants find our trust, see results and no answers", async () => {
    expect(await organisationByCode(consultant, ours.odsCode)).toBeNull();
    await fillTables(lead, ours.id);
    await give();
    const now = await asTheyAre(consultant.personId);
    expect(await organisationByCode(now, ours.odsCode)).toMatchObject({ name: ours.name, roles: [] });
    expect(await signOffsOf(now, ours.id)).toHaveLength(1);
    expect(await assessmentWork(now, round)).toBeNull();
    expect(await getAssessment(now, round)).toBeNull();
    expect(await organisationByCode(now, theirs.odsCode)).toBeNull();
  });

  test("with answers and notes they read the open round, and change nothing in it", async () => {
    await give({ scope: "answers" });
    const now = await asTheyAre(consultant.personId);
    expect(await assessmentWork(now, round)).not.toBeNull();
    const place = { assessmentId: round, capabilityId: "c01-2", scope: "organisation" };
    expect(await save(now, place, { version: 0, level: 2 })).toEqual({ kind: "not_found" });
  });

  test("one of its people alone, when we say whom", async () => {
    const other = await consultancy.let("consultant");
    const [{ email }] = (await lookBeneath<{ email: string }>("SELECT email FROM person WHERE id = $1", [
      other.personId,
    ])) as [{ email: string }];
    await give({ email: email.toUpperCase() });
    expect((await asTheyAre(other.personId)).grants).toHaveLength(1);
    expect((await asTheyAre(consultant.personId)).grants).toEqual([]);
  });

  test("whoever is no consultant there gets nothing by it", async () => {
    await give();
    const clerk = await consultancy.let("board_viewer");
    const stranger = await theirs.let("digital_lead");
    expect((await asTheyAre(clerk.personId)).grants).toEqual([]);
    expect((await asTheyAre(stranger.personId)).grants).toEqual([]);
  });

  test("it ends on its last day, at midnight in London", async () => {
    const given = new Date("2026-06-01T10:00:00Z");
    await give({ endsOn: new Date("2026-06-30") }, given);
    const at = async (moment: string) =>
      (await userWithoutSession(consultant.personId, new Date(moment)))?.grants.length;
    expect(await at("2026-05-31T12:00:00Z")).toBe(0);
    expect(await at("2026-06-01T12:00:00Z")).toBe(1);
    expect(await at("2026-06-30T22:59:00Z")).toBe(1);
    expect(await at("2026-06-30T23:01:00Z")).toBe(0);
  });

  test("ended, an open tab's next request finds nothing, and what it holds is not written", async () => {
    const id = await give({ scope: "answers" });
    const now = new Date();
    const token = await startSession(consultant.personId, { assured: true, now });
    const before = await userOfSession(token, now, false);
    expect(before && (await assessmentWork(before, round))).not.toBeNull();

    expect(await endGrant(lead, ours.id, id)).toBe(true);
    const next = await userOfSession(token, now, false);
    expect(next?.grants).toEqual([]);
    expect(next && (await assessmentWork(next, round))).toBeNull();
    expect(next && (await organisationByCode(next, ours.odsCode))).toBeNull();
    await expect(withTenant(next as CurrentUser, { write: ours.id }, async () => {})).rejects.toThrow(
      "does not belong",
    );
  });

  test("a second click gives it once; ended, the same form gives it anew (CC-3)", async () => {
    const key = randomUUID();
    const press = () => giveAccess(lead, ours.id, consultancyGrant(), new Date(), key);
    expect(await Promise.all([press(), press()])).toEqual([1, 2].map(() => ({ kind: "given", id: key })));
    expect(await grantsOf(lead, ours.id)).toHaveLength(1);
    await endGrant(lead, ours.id, key);
    expect(await press()).not.toMatchObject({ id: key });
    expect((await grantsOf(lead, ours.id)).filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
  });

  test("a consultant who leaves the consultancy loses it at once", async () => {
    await give();
    const leaver = await consultancy.let("consultant");
    expect((await asTheyAre(leaver.personId)).grants).toHaveLength(1);
    const place = { organisationId: consultancy.id, personId: leaver.personId, role: "consultant" } as const;
    await endMembership(systemActor(consultancy.id), place, new Date());
    expect((await asTheyAre(leaver.personId)).grants).toEqual([]);
  });
});

describe("who may give, change and end", () => {
  test("only our lead, and each is on record without a word of what was typed", async () => {
    const approver = await ours.let("approver");
    const stranger = await theirs.let("digital_lead");
    for (const person of [approver, stranger, consultant]) {
      expect(await giveAccess(person, ours.id, consultancyGrant())).toEqual({ kind: "not_found" });
    }
    const id = await give({ email: "sam@example.org" });
    const change = { scope: "answers", beside: "named", endsOn: soon } as const;
    expect(await changeGrant(approver, ours.id, id, change)).toBe("not_found");
    expect(await changeGrant(stranger, theirs.id, id, change)).toBe("not_found");
    expect(await endGrant(stranger, theirs.id, id)).toBe(false);
    expect(await changeGrant(lead, ours.id, id, change)).toBe("changed");
    expect(await endGrant(lead, ours.id, id)).toBe(true);
    expect(await endGrant(lead, ours.id, id)).toBe(false);
    expect(await changeGrant(lead, ours.id, id, change)).toBe("not_found");
    const events = await lookBeneath<{ action: string; detail: object }>(
      "SELECT action, detail FROM audit_event WHERE subject = $1 ORDER BY id",
      [`grant:${id}`],
    );
    expect(events.map(({ action }) => action)).toEqual(["grant.given", "grant.changed", "grant.ended"]);
    expect(JSON.stringify(events)).not.toContain("sam@");
  });

  test("a day that is over, a trust as consultancy, a round of another trust: nothing is given", async () => {
    const yesterday = new Date(Date.now() - 2 * day);
    expect(await giveAccess(lead, ours.id, { ...consultancyGrant(), endsOn: yesterday } as NewGrant)).toEqual(
      {
        kind: "past",
      },
    );
    const toATrust = { ...consultancyGrant(), receiverId: theirs.id } as NewGrant;
    expect(await giveAccess(lead, ours.id, toATrust)).toEqual({ kind: "no_receiver" });
    const theirLead = await theirs.let("digital_lead");
    const theirRound = await startedRound(theirLead, theirs.id);
    const guest = { kind: "guest_reviewer", email: mailAddress(), scope: "levels", endsOn: soon } as const;
    for (const assessmentId of [theirRound, "0", ""]) {
      const given = await giveAccess(lead, ours.id, { ...guest, assessmentId });
      expect(given).toEqual({ kind: "no_receiver" });
    }
    expect(await grantsOf(lead, ours.id)).toEqual([]);
  });

  test("what we gave is ours to read, and the receiver's to use", async () => {
    await give();
    expect(await grantsOf(lead, ours.id)).toMatchObject([
      { kind: "consultancy", scope: "results", receiver: { name: consultancy.name } },
    ]);
    expect(await grantsOf(await theirs.let("digital_lead"), ours.id)).toEqual([]);
    expect(await grantsOf(await asTheyAre(consultant.personId), ours.id)).toEqual([]);
  });
});

describe("a group runs the digital team of two trusts", () => {
  test("its lead is the lead of both, and of no third; each trust's rows stay its own", async () => {
    const group = await makeOrganisation("group");
    const groupLead = await group.let("digital_lead");
    const theirLead = await theirs.let("digital_lead");
    await giveAccess(lead, ours.id, { kind: "group", receiverId: group.id });
    await giveAccess(theirLead, theirs.id, { kind: "group", receiverId: group.id });
    const now = await asTheyAre(groupLead.personId);
    const place = { assessmentId: round, capabilityId: "c01-2", scope: "organisation" };
    expect(await save(now, place, { version: 0, level: 2 })).toMatchObject({ kind: "saved" });
    const theirRound = await startedRound(now, theirs.id);
    expect(await lookBeneath("SELECT FROM answer WHERE assessment_id = $1", [theirRound])).toEqual([]);
    const third = await makeTrust();
    expect(await organisationByCode(now, third.odsCode)).toBeNull();
  });
});

describe("who looked, and when", () => {
  test("one line a person and day for those who came through a grant, none for our own", async () => {
    await give();
    const now = await asTheyAre(consultant.personId);
    await organisationByCode(now, ours.odsCode);
    await organisationByCode(now, ours.odsCode);
    await organisationByCode(lead, ours.odsCode);
    expect(await looksAt(lead, ours.id)).toMatchObject([
      { personId: consultant.personId, name: consultant.name },
    ]);
    expect(await looksAt(now, ours.id)).toEqual([]);
    expect(await looksAt(await ours.let("approver"), ours.id)).toEqual([]);
  });

  test("also of who opens nothing but a checkpoint", async () => {
    await give({ scope: "answers" });
    const made = await makeCheckpoint(lead, round, "For the digital committee");
    if (made.kind !== "made") throw new Error(made.kind);
    const now = await asTheyAre(consultant.personId);
    expect(await getCheckpoint(now, round, made.id)).not.toBeNull();
    expect(await looksAt(lead, ours.id)).toMatchObject([{ personId: consultant.personId }]);
  });
});
