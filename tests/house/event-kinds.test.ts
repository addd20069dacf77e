import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type EventKind, eventWords } from "@/lib/access/event-kind";

/** Where most kinds of event are seen one by one, each exactly once. */
const oneByOne = ["tests/integration/every-write.test.ts", "tests/integration/every-own-write.test.ts"];

/** Where the others are: what takes a browser, a file, another installation or somebody who is refused. */
const elsewhere: Partial<Record<EventKind, string>> = {
  "access.refused": "tests/served/forms-of-others.test.ts",
  "action.imported": "tests/integration/plan-workbook.test.ts",
  "audit.exported": "tests/served/api.test.ts",
  "audit.viewed": "tests/integration/audit-record.test.ts",
  "digest.sent": "tests/integration/digests.test.ts",
  "dma_scores.typed": "tests/integration/dma-scores.test.ts",
  "front_sheet.changed": "tests/integration/front-sheet.test.ts",
  "gap.judged": "tests/integration/gap-views.test.ts",
  "import.applied": "tests/integration/administration.test.ts",
  "import.looked_at": "tests/integration/administration.test.ts",
  "invitation.refused": "tests/integration/invitations.test.ts",
  "key_messages.worded": "tests/integration/board-record.test.ts",
  "membership.ended": "tests/integration/organisation-people.test.ts",
  "organisation.exported": "tests/integration/organisation-export.test.ts",
  "organisation.imported": "tests/integration/organisation-move.test.ts",
  "rapid_check.carried": "tests/integration/carry-rapid-check.test.ts",
  "recovery-code.used": "tests/integration/second-factor.test.ts",
  "report_logo.changed": "tests/integration/report-logo.test.ts",
  "report_logo.removed": "tests/integration/report-logo.test.ts",
  "second-factor.set-up": "tests/integration/second-factor.test.ts",
  "second-factor.taken-away": "tests/integration/second-factor.test.ts",
  "sign-in.refused": "tests/integration/sessions.test.ts",
  "target.approved": "tests/integration/targets.test.ts",
  "token.ended": "tests/integration/api-tokens.test.ts",
  "token.let_in": "tests/integration/api-tokens.test.ts",
  "token.made": "tests/integration/api-tokens.test.ts",
  "upload.applied": "tests/integration/plan-workbook.test.ts",
};

/** Kinds whose last word is a value in the tests: `${kind}.exported`. */
const spelled = (source: string, kind: EventKind) => {
  const [noun = "", what = ""] = kind.split(".");
  return (
    new RegExp(`["']${kind.replaceAll(".", "\\.")}["']`).test(source) ||
    (source.includes(`"${noun}"`) && source.includes(`}.${what}\``)) ||
    (source.includes(`"${what}"`) && source.includes(`\`${noun}.\${`))
  );
};

const sourceOf = (file: string) => readFileSync(join(import.meta.dirname, "../..", file), "utf8");

test("each kind of event that the record can hold is seen by a test: a new one needs its line (AU-1)", () => {
  const usual = oneByOne.map(sourceOf).join("\n");
  const unseen = (Object.keys(eventWords) as EventKind[]).filter((kind) => {
    const file = elsewhere[kind];
    return !spelled(file ? sourceOf(file) : usual, kind);
  });
  expect(unseen, `Add a write of each to ${oneByOne.join(" or ")}, or name its test here`).toEqual([]);
});
