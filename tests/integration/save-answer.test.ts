import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { getAnswer } from "@/lib/data/answers";
import { keepRefused, refusedAnswer } from "@/lib/data/refused-answers";
import { saveFormAnswer } from "@/lib/data/save-form-answer";
import { withdrawAnswer } from "@/lib/data/withdraw-answer";
import { lookBeneath } from "@/tests/support/database";
import { save, startedRound, tasksIn } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let colleague: CurrentUser;
let assessmentId: string;

beforeAll(async () => {
  trust = await makeTrust(["acute", "community"]);
  lead = await trust.let("digital_lead");
  colleague = await trust.let("digital_lead");
  assessmentId = await startedRound(lead, trust.id, { careSettings: ["acute", "community"] });
});

const at = (capabilityId: string, scope = "organisation") => ({ assessmentId, capabilityId, scope });
const historyOf = (capabilityId: string, scope = "organisation") =>
  lookBeneath<{ kind: string; version: number; by_id: string }>(
    `SELECT kind, version, by_id FROM answer_revision
     WHERE assessment_id = $1 AND capability_id = $2 AND scope = $3 ORDER BY id`,
    [assessmentId, capabilityId, scope],
  );
const eventsOf = (capabilityId: string) =>
  lookBeneath<{ count: string }>(
    "SELECT count(*) FROM audit_event WHERE action = 'answer.saved' AND subject = $1",
    [`answer:${assessmentId}/${capabilityId}/organisation`],
  ).then(([row]) => Number(row?.count));

describe("I save an answer", () => {
  test("and it stands with its level, its revision and one audit event", async () => {
    const outcome = await save(lead, at("c01-2"), {
      version: 0,
      level: 2,
      note: "Wi-Fi survey",
      confidence: "high",
    });
    expect(outcome).toEqual({
      kind: "saved",
      reply: { version: 1, level: { low: 2, high: 2 }, savedAt: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/) },
    });
    expect(await getAnswer(lead, at("c01-2"))).toMatchObject({
      version: 1,
      note: "Wi-Fi survey",
      savedBy: lead.name,
    });
    expect(await historyOf("c01-2")).toEqual([{ kind: "saved", version: 1, by_id: lead.personId }]);
    expect(await eventsOf("c01-2")).toBe(1);
  });

  test("after a colleague did, and am told what stands; nothing of theirs is lost", async () => {
    await save(colleague, at("c01-3"), { version: 0, level: 4, note: "Theirs" });
    const outcome = await save(lead, at("c01-3"), { version: 0, level: 1, note: "Mine" });
    expect(outcome).toMatchObject({
      kind: "stale",
      current: { version: 1, by: colleague.name, value: { note: "Theirs" } },
    });
    expect(outcome).toMatchObject({ current: { own: false } });
    expect(await getAnswer(lead, at("c01-3"))).toMatchObject({ version: 1, note: "Theirs" });
  });

  test("after I did so myself in another window, and am told that it was me", async () => {
    await save(lead, at("c12-6"), { version: 0, level: 2, note: "In the other window" });
    expect(await save(lead, at("c12-6"), { version: 0, level: 1 })).toMatchObject({
      kind: "stale",
      current: { own: true, value: { note: "In the other window" } },
    });
  });

  test("against a version nobody has seen yet, and nothing is made up", async () => {
    expect(await save(lead, at("c01-4"), { version: 7, level: 2 })).toEqual({ kind: "stale", current: null });
    expect(await getAnswer(lead, at("c01-4"))).toMatchObject({ version: 0 });
  });

  test("with something wrong in it, and every place is named while nothing changes", async () => {
    const outcome = await save(lead, at("c01-4"), {
      version: 0,
      criteria: { nonsense: "met" },
      note: "x".repeat(4001),
    });
    expect(outcome).toMatchObject({ kind: "invalid", problems: [{ path: "/note" }] });
    expect(await historyOf("c01-4")).toEqual([]);
  });

  test("in odd letters, and they are kept to the letter", async () => {
    const note = "'; DROP TABLE answer; -- %_\\ <script>alert(1)</script> \u202eRTL \u{1F9EA} é\r\nline";
    await save(lead, at("c02-3"), { version: 0, level: 2, note });
    expect(await getAnswer(lead, at("c02-3"))).toMatchObject({ note });
  });
});

describe("my reply is lost on the way and I send the same again", () => {
  test("and get the first reply, with one effect, even after later saves", async () => {
    const key = randomUUID();
    const body = { version: 0, level: 2 };
    const first = await save(lead, at("c02-4"), body, key);
    await save(lead, at("c02-4"), { version: 1, level: 3 });
    expect(await save(lead, at("c02-4"), body, key)).toEqual(first);
    expect(await historyOf("c02-4")).toHaveLength(2);
  });

  test("twice at once, as a double click does, and it is one save", async () => {
    const key = randomUUID();
    const twice = [0, 1].map(() => save(lead, at("c03-1"), { version: 0, level: 2 }, key));
    const [one, other] = await Promise.all(twice);
    expect(one).toEqual(other);
    expect(one?.kind).toBe("saved");
    expect(await historyOf("c03-1")).toHaveLength(1);
  });

  test("with another body under the same key, and it is refused", async () => {
    const key = randomUUID();
    await save(lead, at("c03-2"), { version: 0, level: 2 }, key);
    expect(await save(lead, at("c03-2"), { version: 1, level: 4 }, key)).toEqual({ kind: "key_reused" });
    expect(await save(lead, at("c03-4"), { version: 0, level: 2 }, key)).toEqual({ kind: "key_reused" });
  });

  test("and a colleague's equal key is their own", async () => {
    const key = randomUUID();
    await save(lead, at("c04-1"), { version: 0, level: 2 }, key);
    expect(await save(colleague, at("c04-1"), { version: 1, level: 3 }, key)).toMatchObject({
      kind: "saved",
    });
  });
});

describe("many of us at once", () => {
  test("40 first saves of one question make one answer, and 39 people are told (CC-5)", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        save(i % 2 ? lead : colleague, at("c04-2"), { version: 0, note: `${i}`, level: 2 }),
      ),
    );
    const kinds = outcomes.map(({ kind }) => kind).sort();
    expect(kinds).toEqual(["saved", ...Array.from({ length: 39 }, () => "stale")]);
    expect(await historyOf("c04-2")).toHaveLength(1);
  });

  test("50 people, one question, 20 rounds: every save is in the history, without a gap (CC-1)", async () => {
    const accepted: number[] = [];
    const editor = async (name: number) => {
      for (let round = 0; round < 20; round += 1) {
        const seen = await getAnswer(lead, at("c04-3"));
        if (seen === "not_found") throw new Error("the question went away");
        const outcome = await save(name % 2 ? lead : colleague, at("c04-3"), {
          version: seen.version,
          level: 1 + (round % 5),
          note: `${name}/${round}`,
        });
        if (outcome.kind === "saved") accepted.push(outcome.reply.version);
        else expect(outcome).toMatchObject({ kind: "stale", current: { version: expect.any(Number) } });
      }
    };
    await Promise.all(Array.from({ length: 50 }, (_, name) => editor(name)));
    const history = await historyOf("c04-3");
    expect(history.map(({ version }) => version)).toEqual(history.map((_, index) => index + 1));
    expect(accepted.sort((a, b) => a - b)).toEqual(history.map(({ version }) => version));
    expect(await eventsOf("c04-3")).toBe(history.length);
    // Thousands of messages to the database: this only ends what hangs, on a machine busy with other things too.
  }, 600_000);

  test("50 people, 50 questions at once: nobody is in anybody's way (CC-2)", async () => {
    const other = await makeTrust(["acute", "community"]);
    const starter = await other.let("digital_lead");
    const id = await startedRound(starter, other.id, { careSettings: ["acute", "community"] });
    const questions = (await tasksIn(starter, id)).slice(0, 50);
    const people = await Promise.all(questions.map(() => other.let("digital_lead")));
    const outcomes = await Promise.all(
      questions.map(({ capability, scope }, index) => {
        const place = { assessmentId: id, capabilityId: capability.id, scope };
        return save(people[index] ?? starter, place, { version: 0, level: 2 });
      }),
    );
    expect(outcomes).toHaveLength(50);
    expect(outcomes.filter(({ kind }) => kind !== "saved")).toEqual([]);
    const saved = (await tasksIn(starter, id)).slice(0, 50).map(({ answer }) => answer?.savedById);
    expect(new Set(saved).size).toBe(50);
  });
});

describe("one care setting differs", () => {
  test("it needs a reason, counts from then on, and can be taken back without losing what it said", async () => {
    const place = at("c06-1", "community");
    expect(await save(lead, place, { version: 0, level: 2 })).toMatchObject({ kind: "invalid" });
    expect(await save(lead, place, { version: 0, level: 2, note: "Leased clinics" })).toMatchObject({
      kind: "saved",
    });
    expect(await withdrawAnswer(lead, place, 1)).toMatchObject({ kind: "saved", reply: { version: 2 } });
    expect(await getAnswer(lead, place)).toMatchObject({
      version: 2,
      withdrawn: true,
      note: "Leased clinics",
    });
    expect((await historyOf("c06-1", "community")).map(({ kind }) => kind)).toEqual(["saved", "withdrawn"]);
    expect(await withdrawAnswer(lead, place, 1)).toMatchObject({ kind: "stale" });
    expect(await save(lead, place, { version: 2, level: 3, note: "Again" })).toMatchObject({ kind: "saved" });
  });

  test("only what is answered for the whole trust can differ", async () => {
    expect(await save(lead, at("c01-1", "organisation"), { version: 0, level: 2 })).toEqual({
      kind: "not_found",
    });
    expect(await withdrawAnswer(lead, at("c01-1", "acute"), 0)).toEqual({ kind: "not_found" });
  });
});

describe("a plain form, without JavaScript", () => {
  const form = (fields: Record<string, string>) => ({ version: "0", key: randomUUID(), note: "", ...fields });

  test("picking a level over single judgements asks first, and keeps what was typed", async () => {
    const place = at("c10-1");
    const fields = { use: "criteria", "criteria.c10-1-l2-a": "not_known" };
    expect(await saveFormAnswer(lead, place, form(fields))).toMatchObject({ kind: "saved" });
    const pick = form({ version: "1", use: "level", level: "3" });
    expect(await saveFormAnswer(lead, place, pick)).toEqual({ kind: "would_change" });
    expect(await saveFormAnswer(lead, place, { ...pick, confirmed: "yes" })).toMatchObject({ kind: "saved" });
  });

  test("a key that was used for something else counts as a new save, judged by its version", async () => {
    const key = randomUUID();
    await saveFormAnswer(lead, at("c10-3"), form({ key, use: "level", level: "2" }));
    const again = form({ key, version: "1", use: "level", level: "4" });
    expect(await saveFormAnswer(lead, at("c10-3"), again)).toMatchObject({
      kind: "saved",
      reply: { version: 2 },
    });
  });

  test("what was refused is kept for its author, and for nobody else", async () => {
    const typed = { use: "level", level: "4", note: "Twenty minutes of typing" };
    const id = await keepRefused(lead, at("c10-4"), 0, { reason: "stale", typed, problems: [] });
    expect(await refusedAnswer(lead, at("c10-4"), id ?? "")).toMatchObject({ typed });
    expect(await refusedAnswer(colleague, at("c10-4"), id ?? "")).toBeNull();
    expect(await refusedAnswer(lead, at("c10-3"), id ?? "")).toBeNull();
  });
});

test("a letter that no database keeps is replaced in what was refused, and the rest is kept", async () => {
  const typed = { use: "criteria", note: "before\0after" };
  const id = await keepRefused(lead, at("c10-4"), 0, { reason: "invalid", typed, problems: [] });
  expect((await refusedAnswer(lead, at("c10-4"), id ?? ""))?.typed.note).toBe("before\uFFFDafter");
});

describe("somebody from another trust", () => {
  test("finds nothing at my trust's addresses, whatever they may do at home", async () => {
    const stranger = await (await makeTrust()).let("digital_lead", "approver");
    const place = at("c01-2");
    expect(await getAnswer(stranger, place)).toBe("not_found");
    expect(await save(stranger, place, { version: 1, level: 5 })).toEqual({ kind: "not_found" });
    expect(await keepRefused(stranger, place, 0, { reason: "stale", typed: {}, problems: [] })).toBeNull();
    expect(await withdrawAnswer(stranger, at("c06-1", "community"), 3)).toEqual({ kind: "not_found" });
    expect(await getAnswer(lead, place)).toMatchObject({ version: 1 });
  });

  test("addresses that name nothing are not found either", async () => {
    expect(
      await getAnswer(lead, { assessmentId: "nonsense", capabilityId: "c01-2", scope: "organisation" }),
    ).toBe("not_found");
    expect(await save(lead, at("c99-1"), { version: 0, level: 2 })).toEqual({ kind: "not_found" });
    expect(await save(lead, at("c01-2", "moon"), { version: 0, level: 2 })).toEqual({ kind: "not_found" });
  });
});
