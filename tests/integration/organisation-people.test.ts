import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { MembershipRole } from "@/lib/access/role";
import { systemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";
import { addAdministrator } from "@/lib/data/administrators";
import { getAnswer } from "@/lib/data/answers";
import { addMembership } from "@/lib/data/memberships";
import { peopleOf, removePerson, setRoles } from "@/lib/data/organisation-people";
import { addPerson } from "@/lib/data/people";
import { saveAnswer } from "@/lib/data/save-answer";
import { startSession, userOfSession } from "@/lib/data/sessions";
import { lookBeneath } from "@/tests/support/database";
import { startedRound } from "@/tests/support/round";
import { asTheyAre, makeOrganisation, makeTrust, type Trust } from "@/tests/support/trust";

const now = new Date();
const always = (...roles: MembershipRole[]) => roles.map((role) => ({ role, startsOn: null, endsOn: null }));

let ours: Trust;
let lead: CurrentUser;
let stranger: CurrentUser;
beforeAll(async () => {
  ours = await makeTrust();
  lead = await ours.let("digital_lead");
  stranger = await (await makeTrust()).let("digital_lead");
});

const rolesOf = async (personId: string) => (await asTheyAre(personId)).memberships.map(({ role }) => role);

describe("I look at who is in my trust", () => {
  test("and see what each is, until when, and when they last signed in", async () => {
    const trust = await makeTrust();
    const me = await trust.let("digital_lead", "approver");
    const deputy = await trust.let("board_viewer");
    await startSession(deputy.personId, { assured: true, now: new Date("2026-11-02T09:00:00Z") });
    await startSession(deputy.personId, { assured: true, now: new Date("2026-11-20T09:00:00Z") });
    await startSession(me.personId, { assured: false, now });
    const endsOn = new Date("2099-12-31");
    await setRoles(me, trust.id, deputy.personId, [{ role: "approver", startsOn: null, endsOn }], now);
    expect(await peopleOf(me, trust.id, now)).toEqual([
      expect.objectContaining({
        personId: deputy.personId,
        lastSignIn: new Date("2026-11-20T09:00:00Z"),
        roles: [{ role: "approver", startsOn: null, endsOn }],
      }),
      expect.objectContaining({
        personId: me.personId,
        roles: always("approver", "digital_lead"),
        lastSignIn: null,
      }),
    ]);
  });

  test("unless I am not its lead, or another's", async () => {
    expect(await peopleOf(stranger, ours.id, now)).toBeNull();
    expect(await peopleOf(await ours.let("coordinator", "approver"), ours.id, now)).toBeNull();
  });
});

describe("I change what somebody is", () => {
  test("and they are that and nothing else from their next request on, signed in anew", async () => {
    const member = await ours.let("contributor", "board_viewer");
    const token = await startSession(member.personId, { assured: true, now });
    const outcome = await setRoles(lead, ours.id, member.personId, always("reviewer", "contributor"), now);
    expect(outcome).toEqual({ kind: "done" });
    expect(await rolesOf(member.personId)).toEqual(["contributor", "reviewer"]);
    expect(await userOfSession(token, now, false)).toBeNull();
    const events = await lookBeneath(
      "SELECT action, actor_id AS by, detail->>'role' AS role FROM audit_event WHERE subject = $1 ORDER BY id",
      [`person:${member.personId}`],
    );
    expect(events.slice(-2)).toEqual([
      { action: "membership.ended", by: lead.personId, role: "board_viewer" },
      { action: "membership.added", by: lead.personId, role: "reviewer" },
    ]);
  });

  test("but to nothing, to a role my trust does not have, or to days that are over, I cannot", async () => {
    const member = await ours.let("contributor");
    const change = (wanted: Parameters<typeof setRoles>[3]) =>
      setRoles(lead, ours.id, member.personId, wanted, now);
    expect(await change([])).toMatchObject({ kind: "invalid", field: "roles" });
    expect(await change(always("consultant"))).toMatchObject({ kind: "invalid", field: "roles" });
    const over = [{ role: "approver" as const, startsOn: null, endsOn: new Date("2020-01-01") }];
    expect(await change(over)).toMatchObject({ kind: "invalid", field: "endsOn" });
    expect(await rolesOf(member.personId)).toEqual(["contributor"]);
  });

  test("somebody who is not in my trust is not mine to change, nor anybody for another trust's lead", async () => {
    const notFound = { kind: "not_found" };
    expect(await setRoles(lead, ours.id, stranger.personId, always("reviewer"), now)).toEqual(notFound);
    expect(await setRoles(lead, ours.id, randomUUID(), always("reviewer"), now)).toEqual(notFound);
    expect(await setRoles(stranger, ours.id, lead.personId, always("reviewer"), now)).toEqual(notFound);
    expect(await removePerson(stranger, ours.id, lead.personId, now)).toEqual(notFound);
  });
});

describe("somebody leaves", () => {
  test("all they were here ends, with their sessions; what they are elsewhere stays", async () => {
    const member = await ours.let("contributor", "approver");
    const elsewhere = await makeTrust();
    const place = { organisationId: elsewhere.id, personId: member.personId, role: "reviewer" } as const;
    await addMembership(systemActor(elsewhere.id), place);
    const tokens = [
      await startSession(member.personId, { assured: true, now }),
      await startSession(member.personId, { assured: true, now }),
    ];
    expect(await removePerson(lead, ours.id, member.personId, now)).toEqual({ kind: "done" });
    expect(await Promise.all(tokens.map((token) => userOfSession(token, now, true)))).toEqual([null, null]);
    expect(
      (await asTheyAre(member.personId)).memberships.map(({ organisationId }) => organisationId),
    ).toEqual([elsewhere.id]);
  });

  test("a save they had waiting is refused, and nothing of it is kept", async () => {
    const other = await ours.let("digital_lead");
    const assessmentId = await startedRound(other, ours.id);
    const place = { assessmentId, capabilityId: "c01-1", scope: "acute" };
    const token = await startSession(other.personId, { assured: true, now });
    await removePerson(lead, ours.id, other.personId, now);
    // By the session, as the route asks, and by who they are now, whatever session it came with.
    expect(await userOfSession(token, now, true)).toBeNull();
    const again = await asTheyAre(other.personId);
    expect((await saveAnswer(again, place, randomUUID(), { version: 0, level: 3 })).kind).toBe("not_found");
    expect(await lookBeneath("SELECT FROM answer WHERE assessment_id = $1", [assessmentId])).toEqual([]);
  });
});

describe("somebody moves to another trust, or is given less to do, with a save still waiting (TI-11)", () => {
  const waiting = { version: 0, level: 3 };

  test("moved: the save is refused, the answers of before are not found, those of the new place are", async () => {
    const place = await makeTrust();
    const here = await place.let("digital_lead");
    const mover = await place.let("digital_lead");
    const elsewhere = await makeTrust();
    const theirLead = await elsewhere.let("digital_lead");
    const address = {
      assessmentId: await startedRound(here, place.id),
      capabilityId: "c06-3",
      scope: "organisation",
    };
    const there = { ...address, assessmentId: await startedRound(theirLead, elsewhere.id) };
    const token = await startSession(mover.personId, { assured: true, now });
    await removePerson(here, place.id, mover.personId, now);
    const role = { organisationId: elsewhere.id, personId: mover.personId, role: "digital_lead" } as const;
    await addMembership(systemActor(elsewhere.id), role);
    expect(await userOfSession(token, now, true)).toBeNull();
    const moved = await asTheyAre(mover.personId);
    expect((await saveAnswer(moved, address, randomUUID(), waiting)).kind).toBe("not_found");
    expect(await getAnswer(moved, address)).toBe("not_found");
    expect((await saveAnswer(moved, there, randomUUID(), waiting)).kind).toBe("saved");
  });

  test("made a viewer: the save is refused, and the page it was typed on is not theirs any more", async () => {
    const place = await makeTrust();
    const here = await place.let("digital_lead");
    const demoted = await place.let("digital_lead");
    const assessmentId = await startedRound(here, place.id);
    const address = { assessmentId, capabilityId: "c06-3", scope: "organisation" };
    const token = await startSession(demoted.personId, { assured: true, now });
    await setRoles(here, place.id, demoted.personId, always("board_viewer"), now);
    expect(await userOfSession(token, now, true)).toBeNull();
    const viewer = await asTheyAre(demoted.personId);
    expect((await saveAnswer(viewer, address, randomUUID(), waiting)).kind).toBe("not_found");
    expect(await getAnswer(viewer, address)).toBe("not_found");
    expect(await lookBeneath("SELECT FROM answer WHERE assessment_id = $1", [assessmentId])).toEqual([]);
  });
});

describe("a trust always keeps one digital lead", () => {
  test("the only one cannot be removed, be something else, or get a last day", async () => {
    const trust = await makeTrust();
    const only = await trust.let("digital_lead");
    await trust.let("approver");
    const lastLead = { kind: "last_lead" };
    expect(await removePerson(only, trust.id, only.personId, now)).toEqual(lastLead);
    expect(await setRoles(only, trust.id, only.personId, always("approver"), now)).toEqual(lastLead);
    for (const days of [
      { startsOn: null, endsOn: new Date("2099-01-01") },
      { startsOn: new Date("2099-01-01"), endsOn: null },
    ]) {
      const wanted = [{ role: "digital_lead" as const, ...days }];
      expect(await setRoles(only, trust.id, only.personId, wanted, now)).toEqual(lastLead);
    }
    expect(await rolesOf(only.personId)).toEqual(["digital_lead"]);
  });

  test("a deputy for some days is not enough", async () => {
    const trust = await makeTrust();
    const only = await trust.let("digital_lead");
    const deputy = await trust.let("approver");
    const wanted = [{ role: "digital_lead" as const, startsOn: null, endsOn: new Date("2099-01-01") }];
    expect(await setRoles(only, trust.id, deputy.personId, wanted, now)).toEqual({ kind: "done" });
    expect(await removePerson(only, trust.id, only.personId, now)).toEqual({ kind: "last_lead" });
  });

  test("though all of several leads remove each other at the same moment", async () => {
    const trust = await makeTrust();
    const leads = await Promise.all(Array.from({ length: 4 }, () => trust.let("digital_lead")));
    const outcomes = await Promise.all(
      leads.map((one, index) => {
        const next = leads[(index + 1) % leads.length] ?? one;
        return removePerson(one, trust.id, next.personId, now);
      }),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["done", "done", "done", "last_lead"]);
    const left = await lookBeneath(
      "SELECT FROM membership WHERE organisation_id = $1 AND role = 'digital_lead' AND ended_at IS NULL",
      [trust.id],
    );
    expect(left).toHaveLength(1);
  });

  test("an organisation that has none by its kind is free of that", async () => {
    const consultancy = await makeOrganisation("consultancy");
    const consultant = await consultancy.let("consultant");
    const personId = await addPerson({ name: "Administrator" });
    await addAdministrator(personId);
    const admin = await asTheyAre(personId);
    expect(await removePerson(admin, consultancy.id, consultant.personId, now)).toEqual({ kind: "done" });
  });
});
