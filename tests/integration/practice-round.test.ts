import { beforeAll, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { assessmentsOf } from "@/lib/data/assessments";
import { carryPlans } from "@/lib/data/carry-rapid-check";
import { resultOf } from "@/lib/data/results";
import { startRound } from "@/lib/data/rounds";
import { sendForReview, signOff } from "@/lib/data/sign-off";
import { answerEverything } from "@/tests/support/round";
import { makeOrganisation, type Trust } from "@/tests/support/trust";

let practice: Trust;
let manager: CurrentUser;

beforeAll(async () => {
  practice = await makeOrganisation("gp_practice", { careSettings: ["practice"] });
  manager = await practice.let("digital_lead");
});

test("our practice is asked the questions for general practice, from the first round to the next", async () => {
  const started = await startRound(manager, practice.id, { round: "2025/26", careSettings: ["practice"] });
  if (started.kind !== "started") throw new Error(started.kind);
  await answerEverything(manager, started.id);
  const partner = await practice.let("approver");
  expect(await sendForReview(manager, started.id)).toEqual({ kind: "moved" });
  expect(await signOff(partner, started.id)).toEqual({ kind: "moved" });

  const signed = await resultOf(manager, started.id, "practice");
  expect(signed?.result.lenses.control?.groups.map(({ id, low }) => [id, low])).toEqual([
    ["practice", 3],
    ["icb", 3],
    ["supplier", 3],
  ]);
  const rounds = await assessmentsOf(manager, practice.id);
  expect(rounds.map(({ round, frameworkId }) => [round, frameworkId])).toEqual([
    ["2026/27", "gp-practice"],
    ["2025/26", "gp-practice"],
  ]);
});

test("a hospital's care setting is no choice for us, and the rapid check for trusts is not ours to carry", async () => {
  const other = await makeOrganisation("gp_practice", { careSettings: ["practice"] });
  const lead = await other.let("digital_lead");
  const asked = { round: "2026/27", careSettings: ["acute" as const] };
  expect(await startRound(lead, other.id, asked)).toMatchObject({ kind: "invalid" });
  expect(await carryPlans(lead, { setting: "acute", chosen: new Map() }, new Date())).toEqual([]);
});
