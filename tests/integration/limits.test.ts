import { afterEach, describe, expect, test, vi } from "vitest";
import { signInWithPassword } from "@/lib/auth/password-sign-in";
import { countTry, forgetTries } from "@/lib/data/limits";
import { startSession } from "@/lib/data/sessions";
import * as hashes from "@/lib/data/password-hash";
import { GOOD_PASSWORD, makeAccount } from "@/tests/support/account";
import { connectAsOwner, lookBeneath } from "@/tests/support/database";
import { save, startedRound, tasksIn } from "@/tests/support/round";
import { makeTrust } from "@/tests/support/trust";

const now = new Date();
const from = (network: string) => ({
  now,
  replaces: null,
  visit: { way: "password", browser: null, network },
});

afterEach(() => vi.restoreAllMocks());

describe("somebody tries my password again and again", () => {
  test("of a hundred tries at once exactly ten reach it, and the rest are told how long to wait", async () => {
    const { email } = await makeAccount(now);
    const looked = vi.spyOn(hashes, "isPasswordOf");
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        signInWithPassword({ email, password: `guess number ${at}` }, from(`network ${at % 7}`)),
      ),
    );
    expect(looked).toHaveBeenCalledTimes(10);
    const limited = outcomes.filter((outcome) => outcome.kind === "limited");
    expect(limited).toHaveLength(90);
    for (const { seconds } of limited) expect(seconds).toBeGreaterThan(0);
    for (const { seconds } of limited) expect(seconds).toBeLessThanOrEqual(900);
    const events = await lookBeneath(
      "SELECT FROM audit_event WHERE action = 'sign-in.refused' AND detail->>'why' = 'password of a person'",
    );
    expect(events).toHaveLength(1);
  });

  test("from elsewhere, and I still get in from where I have signed in before", async () => {
    const { email, personId } = await makeAccount(now);
    const { visit } = from("my office");
    await startSession(personId, { assured: true, now, visit });
    for (let tries = 0; tries < 12; tries += 1) {
      await signInWithPassword({ email, password: "guess" }, from("far away"));
    }
    const typed = { email, password: GOOD_PASSWORD };
    expect((await signInWithPassword(typed, from("far away"))).kind).toBe("limited");
    expect((await signInWithPassword(typed, from("my office"))).kind).toBe("started");
  });

  test("the right one begins the count anew", async () => {
    const { email } = await makeAccount(now);
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 6; tries += 1) {
        expect((await signInWithPassword({ email, password: "guess" }, from("here"))).kind).toBe("refused");
      }
      expect((await signInWithPassword({ email, password: GOOD_PASSWORD }, from("here"))).kind).toBe(
        "started",
      );
    }
  });
});

test("many people's passwords from one network: it is slowed, and who gets theirs right is not counted", async () => {
  const { email } = await makeAccount(now);
  // What a password costs to look at is of no matter here.
  vi.spyOn(hashes, "isPasswordOf").mockImplementation(async (typed) => typed === GOOD_PASSWORD);
  for (let tries = 0; tries < 20; tries += 1) {
    await signInWithPassword({ email, password: GOOD_PASSWORD }, from("a hospital"));
  }
  for (let tries = 0; tries < 100; tries += 1) {
    const spray = { email: `${tries}@example.nhs.uk`, password: "Summer2026!" };
    expect((await signInWithPassword(spray, from("a hospital"))).kind).toBe("refused");
  }
  expect((await signInWithPassword({ email, password: GOOD_PASSWORD }, from("a hospital"))).kind).toBe(
    "limited",
  );
  expect((await signInWithPassword({ email, password: GOOD_PASSWORD }, from("at home"))).kind).toBe(
    "started",
  );
});

test("who is counted cannot be read in the table", async () => {
  await countTry("password of a person", "priya@example.nhs.uk");
  const rows = await lookBeneath<{ key: string }>("SELECT key FROM rate_limit");
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ key }) => key.includes("priya"))).toEqual([]);
  await forgetTries("password of a person", "priya@example.nhs.uk");
});

test("tries cannot be counted: nobody signs in, and answers can still be saved", async () => {
  const { email } = await makeAccount(now);
  const trust = await makeTrust();
  const lead = await trust.let("digital_lead");
  const round = await startedRound(lead, trust.id);
  const [task] = await tasksIn(lead, round);
  const owner = await connectAsOwner();
  await owner.query("ALTER TABLE rate_limit RENAME TO elsewhere");
  try {
    const typed = { email, password: GOOD_PASSWORD };
    await expect(signInWithPassword(typed, from("here"))).rejects.toThrow(/rate_limit/);
    if (!task) throw new Error("nothing is asked");
    const place = { assessmentId: round, capabilityId: task.capability.id, scope: task.scope };
    expect((await save(lead, place, { version: 0, level: 2 })).kind).toBe("saved");
  } finally {
    await owner.query("ALTER TABLE elsewhere RENAME TO rate_limit");
  }
});
