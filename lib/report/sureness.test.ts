import { describe, expect, it } from "vitest";
import { answersFor } from "@/lib/assessment/answers-for-setting";
import { score } from "@/lib/scoring/score";
import { smallFramework } from "@/tests/support/small-framework";
import { storedAnswer } from "@/tests/support/stored-answer";
import { completenessInWords } from "./completeness";
import { servingAnswers } from "./serving-answers";
import {
  confidenceInWords,
  evidencedBriefly,
  evidencedInWords,
  notKnownInWords,
  surenessOf,
} from "./sureness";

const framework = smallFramework();

function surenessFrom(rows: ReturnType<typeof storedAnswer>[]) {
  const answers = answersFor(framework, "acute", rows);
  const result = score(framework, "acute", answers);
  return surenessOf({ framework, setting: "acute", result, answers }, servingAnswers("acute", rows));
}

describe("“How sure are we of this?”", () => {
  const rows = [
    storedAnswer("c01-1", "organisation", {
      criteria: { "c01-1-l2-a": "met", "c01-1-l3-a": "not_known", "c01-1-l4-a": "not_known" },
      confidence: "high",
    }),
    storedAnswer("c01-2", "acute", {
      criteria: { "c01-2-l2-a": "not_known" },
      carriedForward: true,
    }),
  ];

  it("counts what is answered, what is carried forward and what is not known", () => {
    const sureness = surenessFrom(rows);
    expect(completenessInWords(sureness)).toBe(
      "1 of 3 capabilities answered, 1 carried forward and still to confirm",
    );
    expect(notKnownInWords(sureness)).toBe(
      "3 criteria in 2 capabilities are answered “not known” and count as not met",
    );
  });

  it("says with what confidence the answered ones were given", () => {
    expect(confidenceInWords(surenessFrom(rows))).toBe(
      "High for 1, medium for 0, low for 0, not stated for 1",
    );
  });

  it("never tells an evidenced score above the score beside it", () => {
    const overall = { low: 2.96, high: 2.96 };
    const evidenced = { documented: 2, of: 3, overall };
    expect(evidencedBriefly({ evidenced, needs: 3 })).toContain("evidenced score 2.9,");
    expect(evidencedInWords({ evidenced, needs: 3 })).toContain("Evidenced score 2.9:");
    expect(evidencedBriefly({ evidenced, needs: undefined })).toContain("evidenced score 3.0,");
    const level = {
      ...storedAnswer("c01-1", "organisation"),
      criteria: { "c01-1-l2-a": "not_met" as const },
    };
    expect(surenessFrom([level]).needs).toBe(2);
  });

  it("keeps confidence from those who may not read answers", () => {
    const answers = answersFor(framework, "acute", rows);
    const result = score(framework, "acute", answers);
    const sureness = surenessOf({ framework, setting: "acute", result, answers }, null);
    expect(confidenceInWords(sureness)).toBeNull();
  });

  it("does not count what was answered as not applicable", () => {
    const sureness = surenessFrom([
      storedAnswer("c02-1", "acute", {
        criteria: { "c02-1-l2-a": "not_known" },
        notApplicable: "not_provided",
      }),
    ]);
    expect(sureness).toMatchObject({ applicable: 2, notKnown: { criteria: 0, capabilities: 0 } });
    expect(notKnownInWords(sureness)).toBe("Nothing is answered “not known”");
  });
});
