import { beforeAll, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { assessmentWork } from "@/lib/data/assessment-work";
import {
  currentFrameworkVersion,
  findFramework,
  FrameworkMissing,
  publishFrameworks,
} from "@/lib/data/frameworks";
import { keptAssessment } from "@/lib/data/kept-assessment";
import { resultOf } from "@/lib/data/results";
import { sendForReview, signOff } from "@/lib/data/sign-off";
import { startRound } from "@/lib/data/rounds";
import { trustOverview } from "@/lib/data/trust-overview";
import { connectAsOwner } from "@/tests/support/database";
import { smallFramework } from "@/tests/support/small-framework";
import { answerEverything } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";

const VERSION = "1999.1";
let trust: Trust;
let lead: CurrentUser;
let board: CurrentUser;
let signed: string;

// One round is signed off and the next open, on a version of which the document is then destroyed.
beforeAll(async () => {
  await publishFrameworks([smallFramework({ version: VERSION })]);
  trust = await makeTrust(["acute"]);
  lead = await trust.let("digital_lead");
  board = await trust.let("board_viewer");
  const approver = await trust.let("approver");
  const round = { careSettings: ["acute" as const], frameworkVersion: VERSION };
  const first = await startRound(lead, trust.id, { ...round, round: "2024/25" });
  if (first.kind !== "started") throw new Error(first.kind);
  signed = first.id;
  await answerEverything(lead, signed);
  await sendForReview(lead, signed);
  await signOff(approver, signed);
  const owner = await connectAsOwner();
  await owner.query(
    `UPDATE framework_version SET document = '{}', content_hash = 'gone' WHERE version = $1`,
    [VERSION],
  );
  // What a process remembers of a draft is trusted for five seconds; publishing forgets it at once.
  await publishFrameworks([]);
});

test("my round rests on questions that are gone: what I wrote and what was signed can still be read", async () => {
  expect(await findFramework("nhs-trust", VERSION)).toBeNull();
  const kept = await keptAssessment(lead, signed);
  expect(kept).toMatchObject({ questionsMissing: true, assessment: { frameworkVersion: VERSION } });
  expect(kept?.rows?.length).toBeGreaterThan(0);
  expect(kept?.signedOff?.results.acute?.overall).toEqual({ low: 3, high: 3 });
});

test("a board member reads what was signed, and no answers; another trust finds nothing", async () => {
  expect(await keptAssessment(board, signed)).toMatchObject({ rows: null, signedOff: { round: "2024/25" } });
  const stranger = await (await makeTrust(["acute"])).let("digital_lead");
  expect(await keptAssessment(stranger, signed)).toBeNull();
});

test("pages that need the questions are told so by name, and the trust's home still stands", async () => {
  await expect(assessmentWork(lead, signed)).rejects.toThrow(FrameworkMissing);
  await expect(resultOf(lead, signed, "acute")).rejects.toThrow(FrameworkMissing);
  const overview = await trustOverview(lead, trust.id);
  expect(overview.signedOff).toEqual([]);
  expect(overview.assessments.map(({ id }) => id)).toContain(signed);
});

test("other trusts do not notice: a new round begins on a version that is there", async () => {
  const other = await makeTrust(["acute"]);
  const digitalLead = await other.let("digital_lead");
  const started = await startRound(digitalLead, other.id, { round: "2026/27", careSettings: ["acute"] });
  expect(started.kind).toBe("started");
  expect(await currentFrameworkVersion("nhs-trust")).toBe("2026.1");
});
