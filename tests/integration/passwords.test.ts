import { hash } from "@node-rs/argon2";
import { describe, expect, test } from "vitest";
import { changePassword, checkCredential, createCredential } from "@/lib/data/credentials";
import { addPerson } from "@/lib/data/people";
import { resetFor, resetPassword, sendPasswordReset } from "@/lib/data/password-resets";
import { startSession, userOfSession } from "@/lib/data/sessions";
import { GOOD_PASSWORD, makeAccount } from "@/tests/support/account";
import { connectAsOwner, lookBeneath } from "@/tests/support/database";
import { asTheyAre, makeTrust } from "@/tests/support/trust";

const now = new Date("2026-11-22T09:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

async function hashOf(personId: string): Promise<string> {
  const rows = await lookBeneath<{ password_hash: string }>(
    "SELECT password_hash FROM credential WHERE person_id = $1",
    [personId],
  );
  return rows[0]?.password_hash ?? "";
}

describe("I set a password", () => {
  test("and it is kept as argon2id, with 19 MiB and two passes at least", async () => {
    const { personId } = await makeAccount(now);
    const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),/.exec(await hashOf(personId)) ?? [];
    expect(Number(memory)).toBeGreaterThanOrEqual(19 * 1024);
    expect(Number(passes)).toBeGreaterThanOrEqual(2);
  });

  test.each([
    "a line of far more than seventy-two bytes, where some hashes stop reading: this is the end of it",
    "🐙🦀🐚🐡🪸🐠🦑🐋 under the sea",
    "Ünïcödé ﬁne ﬀ",
    "  spaces before, between and after  ",
  ])("that no program must mangle: %s", async (password) => {
    const personId = await addPerson({ name: "A Person", email: `${crypto.randomUUID()}@example.nhs.uk` });
    const [{ email } = { email: "" }] = await lookBeneath<{ email: string }>(
      "SELECT email FROM person WHERE id = $1",
      [personId],
    );
    expect(await createCredential(personId, password)).toEqual({ kind: "done" });
    expect((await checkCredential(email, password)).right).toBe(true);
    expect((await checkCredential(email, password.normalize("NFD"))).right).toBe(true);
    expect((await checkCredential(email, password.slice(0, -1))).right).toBe(false);
    expect((await checkCredential(email, `${password}x`)).right).toBe(false);
  });

  test("once: a second first password is refused", async () => {
    const { personId } = await makeAccount(now);
    expect(await createCredential(personId, "another fine password")).toEqual({ kind: "exists" });
  });

  test("and not one made of my trust's name, or of what whoever invites me is called", async () => {
    const trust = await makeTrust();
    const lead = await trust.let("digital_lead");
    expect((await createCredential(lead.personId, `NHS${trust.odsCode}2026!`)).kind).toBe("weak");
    expect((await createCredential(lead.personId, "Kestrelmoor2026", ["Kestrelmoor"])).kind).toBe("weak");
    expect((await createCredential(lead.personId, "Kestrelmoor2026")).kind).toBe("done");
  });
});

describe("somebody tries passwords", () => {
  test("a wrong one and an address nobody has are told apart by nothing but the record", async () => {
    const { email, personId } = await makeAccount(now);
    expect(await checkCredential(email, "not this one at all")).toEqual({ right: false, personId });
    expect(await checkCredential("nobody@example.nhs.uk", GOOD_PASSWORD)).toEqual({
      right: false,
      personId: null,
    });
    expect((await checkCredential(` ${email.toUpperCase()} `, GOOD_PASSWORD)).right).toBe(true);
  });

  test.each(["", "\u0000", "x".repeat(1_000_000), "\ud800", "' OR 1=1 --"])(
    "odd ones: %.20j",
    async (typed) => {
      const { email } = await makeAccount(now);
      expect((await checkCredential(email, typed)).right).toBe(false);
    },
  );
});

test("the parameters have risen since: whoever signs in is hashed anew, and nobody else", async () => {
  const [one, other] = [await makeAccount(now), await makeAccount(now)];
  const weak = await hash(GOOD_PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  const owner = await connectAsOwner();
  await owner.query("UPDATE credential SET password_hash = $1 WHERE person_id = ANY ($2)", [
    weak,
    [one.personId, other.personId],
  ]);
  await checkCredential(one.email, "not this one at all");
  expect(await hashOf(one.personId)).toBe(weak);
  await checkCredential(one.email, GOOD_PASSWORD);
  expect(await hashOf(one.personId)).toMatch(/m=19456,t=2/);
  expect((await checkCredential(one.email, GOOD_PASSWORD)).right).toBe(true);
  expect(await hashOf(other.personId)).toBe(weak);
});

describe("I change my password", () => {
  test("and am signed out in every other browser at once, but not here", async () => {
    const { personId, email } = await makeAccount(now);
    const [here, there] = await Promise.all([0, 1].map(() => startSession(personId, { assured: true, now })));
    const user = await userOfSession(here ?? "", now, false);
    if (!user) throw new Error("not signed in");
    const next = "another fine password";
    expect((await changePassword(user, { current: "wrong", next }, now)).kind).toBe("wrong");
    expect((await changePassword(user, { current: GOOD_PASSWORD, next: "password1" }, now)).kind).toBe(
      "weak",
    );
    expect(await userOfSession(there ?? "", now, false)).not.toBeNull();

    expect(await changePassword(user, { current: GOOD_PASSWORD, next }, now)).toEqual({ kind: "done" });
    expect(await userOfSession(there ?? "", now, false)).toBeNull();
    expect(await userOfSession(here ?? "", now, false)).not.toBeNull();
    expect((await checkCredential(email, GOOD_PASSWORD)).right).toBe(false);
    expect((await checkCredential(email, next)).right).toBe(true);
  });
});

describe("I have forgotten my password", () => {
  const tokenSent = async (email: string) => {
    const mails = await lookBeneath<{ text: string }>(
      "SELECT text FROM outbox WHERE recipient = $1 ORDER BY created_at DESC, id LIMIT 1",
      [email],
    );
    return /\/sign-in\/new-password\/([\w-]{43})$/m.exec(mails[0]?.text ?? "")?.[1] ?? "";
  };

  test("a link is sent that sets another, once, within the hour, and ends my sessions", async () => {
    process.env.SMTP_URL = "smtp://127.0.0.1:1";
    process.env.MAIL_FROM = "maturity@example.nhs.uk";
    const { personId, email } = await makeAccount(now);
    const session = await startSession(personId, { assured: true, now });
    await sendPasswordReset(email.toUpperCase(), now);
    const token = await tokenSent(email);
    expect(token).toHaveLength(43);
    const kept = await lookBeneath<{ row: string }>(
      "SELECT single_use_token::text AS row FROM single_use_token",
    );
    expect(kept.filter(({ row }) => row.includes(token))).toEqual([]);

    expect(await resetFor(token, later(61))).toBeNull();
    expect(await resetFor(token, later(1))).toEqual({ email });
    expect((await resetPassword(token, "password1", later(1))).kind).toBe("weak");
    const twice = await Promise.all(
      ["another fine password", "quite another password"].map((next) => resetPassword(token, next, later(2))),
    );
    expect(twice.map(({ kind }) => kind).sort()).toEqual(["done", "gone"]);
    expect(await userOfSession(session, later(2), false)).toBeNull();
    expect((await checkCredential(email, GOOD_PASSWORD)).right).toBe(false);
    expect(await asTheyAre(personId)).toMatchObject({ personId });
  });

  test("asking again makes the earlier link worthless, and an address nobody has gets nothing", async () => {
    const { email } = await makeAccount(now);
    await sendPasswordReset(email, now);
    const first = await tokenSent(email);
    await sendPasswordReset(email, later(1));
    expect(await resetFor(first, later(2))).toBeNull();
    await sendPasswordReset("nobody@example.nhs.uk", now);
    expect(await tokenSent("nobody@example.nhs.uk")).toBe("");
  });

  test.each(["", "x".repeat(43), "../etc", "\u0000"])(
    "a link nobody was sent does nothing: %j",
    async (token) => {
      expect(await resetFor(token, now)).toBeNull();
      expect((await resetPassword(token, "another fine password", now)).kind).toBe("gone");
    },
  );
});
