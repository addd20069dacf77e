import { describe, expect, test } from "vitest";
import { smallFramework } from "@/tests/support/small-framework";
import { storedAnswer } from "@/tests/support/stored-answer";
import { answersFor } from "./answers-for-setting";
import { issuesBeforeReview } from "./issues";
import { tasksOf } from "./tasks";

const framework = smallFramework();
const settings = ["acute", "community"] as const;
const listed = (rows: Parameters<typeof tasksOf>[2] = []) =>
  tasksOf(framework, settings, rows).map(
    ({ capability, scope, status }) => `${capability.id} ${scope} ${status}`,
  );
const level3 = (id: string) =>
  ({ [`${id}-l2-a`]: "met", [`${id}-l3-a`]: "met", [`${id}-l4-a`]: "not_met" }) as const;

describe("what a trust with two care settings has to answer", () => {
  test("trust-wide questions come once, others once for each setting where they apply", () => {
    expect(listed()).toEqual([
      "c01-1 organisation not_started",
      "c01-2 acute not_started",
      "c01-2 community not_started",
      "c02-1 acute not_started",
    ]);
  });

  test("a setting that differs from the trust has its own line until it is taken back", () => {
    const own = storedAnswer("c01-1", "community", { criteria: level3("c01-1") });
    expect(listed([own])).toContain("c01-1 community answered");
    expect(listed([{ ...own, withdrawn: true }])).not.toContainEqual(
      expect.stringContaining("c01-1 community"),
    );
  });

  test("an answer is finished once nothing undecided can change its level", () => {
    const statusOf = (changes: object) => listed([storedAnswer("c01-2", "acute", changes)])[1];
    expect(statusOf({ criteria: { "c01-2-l2-a": "met" } })).toBe("c01-2 acute in_progress");
    expect(statusOf({ criteria: { "c01-2-l2-a": "not_known" } })).toBe("c01-2 acute answered");
    expect(statusOf({ criteria: level3("c01-2") })).toBe("c01-2 acute answered");
    expect(statusOf({ criteria: level3("c01-2"), carriedForward: true })).toBe("c01-2 acute carried_forward");
    expect(statusOf({ note: "Ask pharmacy" })).toBe("c01-2 acute in_progress");
    const reason = storedAnswer("c02-1", "acute", { notApplicable: "not_provided" });
    expect(listed([reason])[3]).toBe("c02-1 acute not_applicable");
  });
});

describe("the answers that count for a care setting", () => {
  const trust = storedAnswer("c01-1", "organisation", { criteria: { "c01-1-l2-a": "met" } });
  const own = storedAnswer("c01-1", "community", { criteria: { "c01-1-l2-a": "not_met" } });

  test("the setting's own answer comes before the trust's, until it is taken back", () => {
    const metIn = (setting: (typeof settings)[number], rows: (typeof own)[]) =>
      answersFor(framework, setting, rows).get("c01-1")?.criteria["c01-1-l2-a"];
    expect(metIn("community", [trust, own])).toBe("not_met");
    expect(metIn("acute", [trust, own])).toBe("met");
    expect(metIn("community", [trust, { ...own, withdrawn: true }])).toBe("met");
  });

  test("an answer for one setting never serves another", () => {
    const acute = storedAnswer("c01-2", "acute", { criteria: { "c01-2-l2-a": "met" } });
    expect(answersFor(framework, "community", [acute]).has("c01-2")).toBe(false);
  });
});

describe("what stands in the way of review", () => {
  const answered = (id: string, scope: string, changes: object = {}) =>
    storedAnswer(id, scope, { criteria: level3(id), ...changes });
  const complete = [
    answered("c01-1", "organisation"),
    answered("c01-2", "acute"),
    answered("c01-2", "community"),
    storedAnswer("c02-1", "acute", { notApplicable: "not_provided" }),
  ];
  const issues = (rows: typeof complete) =>
    issuesBeforeReview(tasksOf(framework, settings, rows), () => 3).map(
      ({ kind, blocking, task }) => `${kind} ${blocking ? "blocks" : "warns"} ${task?.capability.id ?? "-"}`,
    );

  test("nothing, once every question is answered or does not apply", () => {
    expect(issues(complete)).toEqual([]);
  });

  test("what is unanswered or carried forward blocks; low confidence only warns", () => {
    const [first, second, third, fourth] = complete as [never, never, never, never];
    const rows = [
      { ...(first as object), carriedForward: true } as never,
      { ...(second as object), confidence: "low" } as never,
      fourth,
    ];
    expect(third).toBeDefined();
    expect(issues(rows)).toEqual([
      "not_confirmed blocks c01-1",
      "unanswered blocks c01-2",
      "low_confidence warns c01-2",
    ]);
  });
});
