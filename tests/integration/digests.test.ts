import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { systemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";
import { assign } from "@/lib/data/assignments";
import { addMembership, endMembership } from "@/lib/data/memberships";
import { addPerson } from "@/lib/data/people";
import { sendDigests } from "@/lib/data/send-digests";
import { giveView } from "@/lib/data/give-view";
import { askForViews } from "@/lib/data/voices";
import { lookBeneath } from "@/tests/support/database";
import { save, startedRound } from "@/tests/support/round";
import { asTheyAre, makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let assessmentId: string;

beforeAll(async () => {
  vi.stubEnv("SMTP_URL", "smtp://localhost:2525");
  vi.stubEnv("MAIL_FROM", "service@example.nhs.uk");
  vi.stubEnv("APP_ORIGIN", "https://maturity.example.nhs.uk");
  trust = await makeTrust();
  lead = await trust.let("digital_lead");
  assessmentId = await startedRound(lead, trust.id);
});
afterAll(() => vi.unstubAllEnvs());

async function contributor(name: string, email?: string): Promise<CurrentUser> {
  const personId = await addPerson({ name, ...(email && { email }) });
  await addMembership(systemActor(trust.id), { organisationId: trust.id, personId, role: "contributor" });
  return asTheyAre(personId);
}

const give = async (person: CurrentUser, capabilityId: string, due: string | null) => {
  const questions = [{ capabilityId, scope: "organisation" }];
  const until = due ? new Date(`${due}T00:00:00Z`) : null;
  const outcome = await assign(lead, assessmentId, {
    questions,
    personId: person.personId,
    due: until,
    note: "Never in a mail",
  });
  expect(outcome.kind).toBe("assigned");
};
const mailsTo = (email: string) =>
  lookBeneath<{ subject: string; text: string }>(
    "SELECT subject, text FROM outbox WHERE recipient = $1 ORDER BY created_at",
    [email],
  );

/** The next Monday, far enough off that what is assigned now has settled. */
const monday = new Date();
monday.setUTCDate(monday.getUTCDate() + ((8 - monday.getUTCDay()) % 7 || 7));
monday.setUTCHours(10, 0, 0, 0);
const later = (days: number) => new Date(monday.getTime() + days * 86_400_000);
const iso = (date: Date) => date.toISOString().slice(0, 10);

test("my own view is asked for: the same daily mail says so, until I gave it", async () => {
  const me = await contributor("Ida Voss", "ida@example.nhs.uk");
  const place = { assessmentId, capabilityId: "c10-3", scope: "organisation" };
  await askForViews(lead, place, { personIds: [me.personId], due: later(8), note: "Never in a mail" });
  await sendDigests(monday);
  const [mail] = await mailsTo("ida@example.nhs.uk");
  expect(mail?.text).toMatch(/10\.3 .* \(your own view\), due/);
  expect(mail?.text).not.toContain("Never in a mail");
  await giveView(me, place, { version: 0, level: 3 });
  await sendDigests(later(7));
  expect(await mailsTo("ida@example.nhs.uk")).toHaveLength(1);
});

describe("I have questions to answer, and the service sends mail", () => {
  test("I get one mail a day at most, whichever processes try, and it names no answer", async () => {
    const me = await contributor("Jo Field", "jo@example.nhs.uk");
    await give(me, "c06-3", iso(later(8)));
    await give(me, "c06-2", null);

    const sent = await Promise.all([sendDigests(monday), sendDigests(monday), sendDigests(monday)]);

    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(1);
    const noted = await lookBeneath("SELECT FROM audit_event WHERE action = 'digest.sent' AND subject = $1", [
      `person:${me.personId}`,
    ]);
    expect(noted).toHaveLength(1);
    const [mail, ...more] = await mailsTo("jo@example.nhs.uk");
    expect(more).toEqual([]);
    expect(mail?.subject).toContain("2 questions");
    expect(mail?.text).toContain("6.3 ");
    expect(mail?.text).toContain(`https://maturity.example.nhs.uk/assessments/${assessmentId}`);
    expect(mail?.text).not.toContain("Never in a mail");
    expect(await sendDigests(later(0))).toBe(0);
  });

  test("before and after the date I am reminded, and no more once I have answered", async () => {
    expect(await sendDigests(later(1))).toBe(1);
    expect(await sendDigests(later(2))).toBe(0);
    expect(await sendDigests(later(7))).toBe(1);
    const me = await lookBeneath<{ person_id: string }>(
      "SELECT person_id FROM assignment WHERE capability_id = 'c06-3'",
    );
    const user = await asTheyAre(me[0]?.person_id ?? "");
    await save(
      user,
      { assessmentId, capabilityId: "c06-3", scope: "organisation" },
      { version: 0, level: 2 },
    );
    expect(await sendDigests(later(9))).toBe(0);
  });

  test("whoever has no address, or has left, gets none", async () => {
    await give(await contributor("Without Address"), "c10-1", null);
    const leaver = await contributor("Has Left", "left@example.nhs.uk");
    await give(leaver, "c10-3", null);
    const place = { organisationId: trust.id, personId: leaver.personId, role: "contributor" } as const;
    await endMembership(systemActor(trust.id), place, new Date());
    expect(await sendDigests(later(14))).toBe(0);
  });
});
