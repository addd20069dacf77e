import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { gapViewOf, judgeGap, type NewGapView } from "@/lib/data/gap-views";
import { questionWork } from "@/lib/data/question-work";
import { resultOf } from "@/lib/data/results";
import { sendForReview } from "@/lib/data/sign-off";
import { gapSections } from "@/lib/report/gap-sections";
import { lookBeneath } from "@/tests/support/database";
import { answerEverything, save, startedRound } from "@/tests/support/round";
import { makeTrust } from "@/tests/support/trust";

let lead: CurrentUser;
let approver: CurrentUser;
let contributor: CurrentUser;
let stranger: CurrentUser;
let round: string;

beforeAll(async () => {
  const trust = await makeTrust(["acute", "community"]);
  lead = await trust.let("digital_lead");
  approver = await trust.let("approver");
  contributor = await trust.let("contributor");
  stranger = await (await makeTrust()).let("digital_lead");
  round = await startedRound(lead, trust.id, { careSettings: ["acute", "community"] });
  const place = { assessmentId: round, capabilityId: "c06-3", scope: "organisation" };
  expect((await save(lead, place, { version: 0, level: 2 })).kind).toBe("saved");
});

const place = () => ({ assessmentId: round, capabilityId: "c06-3", careSetting: "acute" as const });
const view: NewGapView = {
  standing: "now",
  standingReason: "It holds us",
  importance: 3,
  effort: 12,
  adjustedReason: "The supplier quoted it",
  system: "Backup",
  supplier: "Stored Ltd",
  contractEndsOn: new Date("2027-09-30"),
  unblockedBy: "supplier",
};

async function gapIn(setting: string) {
  const found = await resultOf(lead, round, setting);
  if (!found) throw new Error("The result is not there");
  const sections = gapSections(found, found.targets, { showSensitive: true });
  return sections.flatMap(({ items }) => items).find(({ capability }) => capability.id === "c06-3");
}

describe("I say what I think of a gap", () => {
  test("it counts in this care setting alone, says who and why, and is on record without my words", async () => {
    expect(await judgeGap(lead, place(), view, 0)).toBe("done");
    const gap = await gapIn("acute");
    expect(gap?.view).toMatchObject({ ...view, version: 1, changedBy: lead.name });
    expect(gap?.gap).toMatchObject({ importance: 3, effort: 12 });
    expect((await gapIn("community"))?.view).toBeNull();
    const events = await lookBeneath<{ detail: unknown }>(
      "SELECT detail FROM audit_event WHERE action = 'gap.judged' AND subject LIKE $1",
      [`gap:${round}/%`],
    );
    expect(events).toEqual([{ detail: { version: 1, standing: "now" } }]);
  });

  test("whoever reads the answer sees the system and supplier beside it; nobody else does", async () => {
    const seenBy = async (user: CurrentUser) => (await questionWork(user, round, "c06-3"))?.systems;
    const { system, supplier, contractEndsOn, unblockedBy } = view;
    const behind = { careSetting: "acute", system, supplier, contractEndsOn, unblockedBy };
    expect(await seenBy(approver)).toEqual([behind]);
    expect(await seenBy(contributor)).toEqual([]);
    expect(await seenBy(stranger)).toBeUndefined();
  });

  test("a colleague was faster: mine changes nothing", async () => {
    expect(await judgeGap(lead, place(), { ...view, effort: 20 }, 1)).toBe("done");
    expect(await judgeGap(lead, place(), view, 1)).toBe("stale");
    expect(await judgeGap(lead, place(), view, 0)).toBe("stale");
    expect((await gapIn("acute"))?.gap.effort).toBe(20);
    expect(await gapViewOf(lead, place())).toMatchObject({ effort: 20, version: 2, changedBy: lead.name });
    expect(await gapViewOf(approver, place())).toBeNull();
  });

  test("nobody else may, and the database refuses an adjustment without a reason", async () => {
    for (const other of [approver, stranger]) {
      expect(await judgeGap(other, place(), view, 2)).toBe("not_found");
    }
    await expect(judgeGap(lead, place(), { ...view, adjustedReason: " " }, 2)).rejects.toThrow();
  });

  test("once the round is with its approver it stands as it is", async () => {
    await answerEverything(lead, round);
    expect(await sendForReview(lead, round)).toEqual({ kind: "moved" });
    expect(await judgeGap(lead, place(), view, 2)).toBe("closed");
  });
});
