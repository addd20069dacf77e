import { describe, expect, test } from "vitest";
import { resetAccess } from "@/lib/data/access-reset";
import { takeRecoveryCode } from "@/lib/data/recovery-codes";
import { resetPassword, sendPasswordReset } from "@/lib/data/password-resets";
import { confirmEnrolment, enrolmentFor, secondFactorSince, takeCode } from "@/lib/data/second-factors";
import { halfSignedIn, startSession, userOfSession } from "@/lib/data/sessions";
import { enrollingOf, giveCode, setUpAndComeIn } from "@/lib/auth/second-step";
import { appWith, makeAccount } from "@/tests/support/account";
import { lookBeneath } from "@/tests/support/database";

const now = new Date("2026-11-22T09:00:00Z");
const seconds = (count: number) => new Date(now.getTime() + count * 1000);

describe("I enter the code my app shows", () => {
  test("and it counts once: again, or twice at the same moment, it does not", async () => {
    const { personId, code } = await makeAccount(now);
    const both = await Promise.all([takeCode(personId, code(now), now), takeCode(personId, code(now), now)]);
    expect(both.sort()).toEqual([false, true]);
    expect(await takeCode(personId, code(now), seconds(5))).toBe(false);
    expect(await takeCode(personId, code(seconds(30)), seconds(30))).toBe(true);
  });

  test.each([
    [-30, true],
    [30, true],
    [-60, false],
    [60, false],
  ])("with a clock %d seconds off: %s", async (off, right) => {
    const { personId, code } = await makeAccount(now);
    expect(await takeCode(personId, code(seconds(off)), now)).toBe(right);
  });

  test("one that was passed over by a later one is dead", async () => {
    const { personId, code } = await makeAccount(now);
    expect(await takeCode(personId, code(seconds(30)), now)).toBe(true);
    expect(await takeCode(personId, code(now), now)).toBe(false);
  });

  test.each(["", "12345", "1234567", "abcdef", "１２３４５６", "\u0000", "0".repeat(10_000)])(
    "what is no code: %.12j",
    async (typed) => {
      const { personId } = await makeAccount(now);
      expect(await takeCode(personId, typed, now)).toBe(false);
    },
  );

  test("another person's code does not let me in", async () => {
    const [me, other] = [await makeAccount(now), await makeAccount(now)];
    expect(await takeCode(me.personId, other.code(now), now)).toBe(false);
  });
});

describe("I have lost my phone", () => {
  test("a recovery code lets me in once, however I write it, and is kept as a hash", async () => {
    const { personId, recoveryCodes } = await makeAccount(now);
    expect(recoveryCodes).toHaveLength(10);
    const [first = "", second = ""] = recoveryCodes;
    expect(first).toMatch(/^[2-9a-z]{4}(-[2-9a-z]{4}){3}$/);
    const both = await Promise.all([
      takeRecoveryCode(personId, first.toUpperCase().replaceAll("-", " "), now),
      takeRecoveryCode(personId, first, now),
    ]);
    expect(both.sort()).toEqual([false, true]);
    expect(await takeRecoveryCode(personId, second, now)).toBe(true);
    const rows = await lookBeneath<{ row: string }>("SELECT recovery_code::text AS row FROM recovery_code");
    expect(rows.filter(({ row }) => row.includes(first.replaceAll("-", "")))).toEqual([]);
  });

  test("another person's recovery code does not let me in", async () => {
    const [me, other] = [await makeAccount(now), await makeAccount(now)];
    expect(await takeRecoveryCode(me.personId, other.recoveryCodes[0] ?? "", now)).toBe(false);
  });
});

test("I have lost my phone and my recovery codes: whoever runs the service lets me in again, and I set both up anew", async () => {
  const { personId, email, code, recoveryCodes } = await makeAccount(now);
  const session = await startSession(personId, { assured: true, now });
  const link = (await resetAccess(email.toUpperCase(), now)) ?? "";
  expect(await userOfSession(session, now, false)).toBeNull();
  expect(await takeCode(personId, code(now), now)).toBe(false);
  expect(await takeRecoveryCode(personId, recoveryCodes[0] ?? "", now)).toBe(false);
  expect((await resetPassword(link.split("/").at(-1) ?? "", "another fine password", now)).kind).toBe("done");
  const token = await startSession(personId, { assured: false, now });
  expect(await userOfSession(token, now, false)).toBeNull();
  expect(await secondFactorSince(personId)).toBeNull();
  expect(await resetAccess("nobody@example.nhs.uk", now)).toBeNull();
  const events = await lookBeneath(
    "SELECT FROM audit_event WHERE action = 'second-factor.taken-away' AND subject = $1",
    [`person:${personId}`],
  );
  expect(events).toHaveLength(1);
});

describe("I gave my password and still owe the code", () => {
  const half = (personId: string) => startSession(personId, { assured: false, now });

  test("the code lets me in under a new token; the old one is dead", async () => {
    const { personId, code } = await makeAccount(now);
    const token = await half(personId);
    expect(await userOfSession(token, now, true)).toBeNull();
    const step = await giveCode(token, code(now), now);
    if (step.kind !== "signed_in") throw new Error(step.kind);
    expect(step.recovered).toBe(false);
    expect(step.token).not.toBe(token);
    expect((await userOfSession(step.token, now, true))?.personId).toBe(personId);
    expect(await halfSignedIn(token, now)).toBeNull();
  });

  test("five wrong codes, or a quarter of an hour, and I start over", async () => {
    const { personId, code } = await makeAccount(now);
    const token = await half(personId);
    for (let tries = 1; tries < 5; tries += 1)
      expect((await giveCode(token, "000000", now)).kind).toBe("wrong");
    expect((await giveCode(token, "000000", now)).kind).toBe("over");
    expect((await giveCode(token, code(now), now)).kind).toBe("over");
    const slow = await half(personId);
    expect((await giveCode(slow, code(seconds(901)), seconds(901))).kind).toBe("over");
  });

  test("who has my password alone cannot put their own second factor in place of mine", async () => {
    const { personId, code } = await makeAccount(now);
    const since = await secondFactorSince(personId);
    const token = await half(personId);
    const thief = await halfSignedIn(token, now);
    if (!thief) throw new Error("not half signed in");
    const theirs = appWith((await enrolmentFor(enrollingOf(thief))).key);
    expect((await setUpAndComeIn(token, theirs(now), now)).kind).toBe("over");
    expect(await confirmEnrolment(enrollingOf(thief), theirs(now), now, { first: true })).toBeNull();
    expect(await secondFactorSince(personId)).toEqual(since);
    expect(await takeCode(personId, code(now), now)).toBe(true);
  });

  test("the first time I set up a second factor, and nothing opens before", async () => {
    const { personId } = await makeAccount(now, { secondFactor: false });
    const token = await half(personId);
    const me = await halfSignedIn(token, now);
    if (!me) throw new Error("not half signed in");
    const enrolment = await enrolmentFor(enrollingOf(me));
    expect(await enrolmentFor(enrollingOf(me))).toEqual(enrolment);
    expect((await setUpAndComeIn(token, "000000", now)).kind).toBe("wrong");
    const app = appWith(enrolment.key);
    const step = await setUpAndComeIn(token, app(now), now);
    if (step.kind !== "signed_in") throw new Error(step.kind);
    expect(step.codes).toHaveLength(10);
    expect((await userOfSession(step.token, now, true))?.personId).toBe(personId);
    expect(await takeCode(personId, app(now), now)).toBe(false);
    const [row] = await lookBeneath<{ secret: string }>(
      "SELECT secret FROM second_factor WHERE person_id = $1",
      [personId],
    );
    expect(row?.secret).not.toContain(enrolment.key.replaceAll(" ", ""));
  });

  test("a new password by e-mail takes no second factor away", async () => {
    process.env.SMTP_URL = "smtp://127.0.0.1:1";
    process.env.MAIL_FROM = "maturity@example.nhs.uk";
    const { personId, email } = await makeAccount(now);
    await sendPasswordReset(email, now);
    const [mail] = await lookBeneath<{ text: string }>("SELECT text FROM outbox WHERE recipient = $1", [
      email,
    ]);
    const token = /new-password\/([\w-]{43})$/m.exec(mail?.text ?? "")?.[1] ?? "";
    expect((await resetPassword(token, "another fine password", now)).kind).toBe("done");
    expect(await secondFactorSince(personId)).not.toBeNull();
  });
});

test("no secret, code or token stands in the record of events", async () => {
  const { personId, code, recoveryCodes } = await makeAccount(now);
  const token = await startSession(personId, { assured: false, now });
  await giveCode(token, "123456", now);
  await giveCode(token, code(now), now);
  await takeRecoveryCode(personId, recoveryCodes[0] ?? "", now);
  const events = await lookBeneath<{ row: string }>("SELECT audit_event::text AS row FROM audit_event");
  const record = events.map(({ row }) => row).join("\n");
  for (const secret of [token, ...recoveryCodes, "kettle lantern heron"])
    expect(record).not.toContain(secret);
  expect(record).toContain("second-factor.set-up");
  expect(record).toContain("recovery-code.used");
});
