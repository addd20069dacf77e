import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { assign } from "@/lib/data/assignments";
import { addComment } from "@/lib/data/comments";
import { askForEmailChange } from "@/lib/data/email-changes";
import { invite, inviteGuest } from "@/lib/data/invitations";
import { askForViews } from "@/lib/data/voices";
import { lookBeneath } from "@/tests/support/database";
import { asTheyAre, mailAddress } from "@/tests/support/trust";
import { CANARY, type FullTrust, fullTrust, plantCanaries } from "@/tests/support/two-organisations";

const now = new Date();
let ours: FullTrust;
let theirs: FullTrust;

beforeAll(async () => {
  ours = await fullTrust(CANARY);
  theirs = await fullTrust("elsewhere");
  await plantCanaries(ours.trust.id);
  vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:9");
  vi.stubEnv("MAIL_FROM", "maturity@example.nhs.uk");
  vi.stubEnv("APP_ORIGIN", "https://maturity.example.nhs.uk");
});
afterAll(() => vi.unstubAllEnvs());

/** Has a trust send one mail of each kind. */
async function sendEverything({ trust, lead: before, open }: FullTrust): Promise<void> {
  const lead = await asTheyAre(before.personId);
  const colleague = await trust.let("contributor");
  const guest = mailAddress();
  const place = { assessmentId: open, capabilityId: "c10-3", scope: "organisation" };
  const dates = { startsOn: null, endsOn: null };
  await invite(lead, trust.id, { email: mailAddress(), roles: ["contributor"], ...dates }, now);
  await inviteGuest(lead, trust.id, guest, now);
  const question = { capabilityId: "c06-2", scope: "organisation" };
  const asked = { personId: colleague.personId, due: null, note: "x" };
  expect(await assign(lead, open, { questions: [question], ...asked })).toMatchObject({ kind: "assigned" });
  await askForViews(lead, place, { personIds: [colleague.personId], due: null, note: "x" });
  const mentions = [colleague.personId];
  expect(await addComment(lead, { ...place, ...question }, { text: "x", mentions })).toMatchObject({
    kind: "said",
  });
  await askForEmailChange(lead, mailAddress(), now);
}

test("whatever mail the service sends: what we wrote stands in ours alone (TI-3)", async () => {
  await sendEverything(ours);
  const [{ sent: ofOurs } = { sent: 0 }] = await lookBeneath<{ sent: number }>(
    "SELECT count(*)::int AS sent FROM outbox WHERE strpos(outbox::text, $1) > 0",
    [CANARY],
  );
  expect(ofOurs, "mails of ours that name one of us").toBeGreaterThan(2);
  const kept = await lookBeneath<{ id: string }>("SELECT id FROM outbox");
  await sendEverything(theirs);
  const theirMail = await lookBeneath<{ subject: string; text: string }>(
    "SELECT subject, text FROM outbox WHERE NOT id = ANY($1)",
    [kept.map(({ id }) => id)],
  );
  expect(theirMail.length).toBeGreaterThanOrEqual(5);
  expect(theirMail.filter((mail) => JSON.stringify(mail).includes(CANARY))).toEqual([]);
});
