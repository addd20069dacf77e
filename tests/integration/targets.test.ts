import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { resultOf } from "@/lib/data/results";
import { sendForReview } from "@/lib/data/sign-off";
import {
  approveTargets,
  removeTarget,
  setMissingTargets,
  setTarget,
  withApproverNames,
} from "@/lib/data/targets";
import { targetsIn } from "@/lib/report/targets";
import { lookBeneath } from "@/tests/support/database";
import { answerAll, startedRound } from "@/tests/support/round";
import { makeTrust } from "@/tests/support/trust";

let lead: CurrentUser;
let board: CurrentUser;
let approver: CurrentUser;
let stranger: CurrentUser;
let round: string;

beforeAll(async () => {
  const trust = await makeTrust();
  lead = await trust.let("digital_lead");
  approver = await trust.let("approver");
  board = await trust.let("board_viewer");
  stranger = await (await makeTrust()).let("digital_lead");
  round = await startedRound(lead, trust.id);
});

const place = () => ({ assessmentId: round, capabilityId: "c06-3", scope: "organisation" });
const wanted = { level: 4, by: null, reason: "Agreed by the executive team", owner: "Chief digital officer" };
const targets = async () => (await resultOf(lead, round, "acute"))?.targets;
const read = { capabilityId: "c06-3", scope: "organisation" };

function events(): Promise<{ action: string }[]> {
  return lookBeneath(
    "SELECT action FROM audit_event WHERE action LIKE 'target.%' AND subject LIKE $1 ORDER BY id",
    [`answer:${round}/%`],
  );
}

describe("I set a target and take it back", () => {
  test("it stands, is on record, and goes again", async () => {
    expect(await setTarget(lead, place(), wanted, 0)).toBe("done");
    expect(await targets()).toMatchObject([{ capabilityId: "c06-3", level: 4, owner: wanted.owner }]);
    expect(await removeTarget(lead, place(), 1)).toBe("done");
    expect(await targets()).toEqual([]);
    expect(await removeTarget(lead, place(), 1)).toBe("done");
    expect(await events()).toEqual([{ action: "target.set" }, { action: "target.removed" }]);
  });

  test("nobody else may: not the board, and not another trust", async () => {
    for (const other of [board, approver, stranger]) {
      expect(await setTarget(other, place(), wanted, 0)).toBe("not_found");
      expect(await removeTarget(other, place(), 1)).toBe("not_found");
      expect(await setMissingTargets(other, round, [{ ...read, level: 3 }], wanted)).toBe("not_found");
    }
    expect(await targets()).toEqual([]);
  });

  test("a colleague changed it first: mine changes nothing, and neither does taking it back", async () => {
    // It was set and taken back before: it counts on, so that whoever read that one overwrites nothing of this.
    expect(await setTarget(lead, place(), wanted, 0)).toBe("done");
    expect(await setTarget(lead, place(), { ...wanted, level: 5 }, 1)).toBe("stale");
    expect(await removeTarget(lead, place(), 1)).toBe("stale");
    expect(await setTarget(lead, place(), { ...wanted, level: 5 }, 0)).toBe("stale");
    expect(await setTarget(lead, place(), { ...wanted, level: 5 }, 3)).toBe("done");
    expect(await setTarget(lead, place(), { ...wanted, level: 2 }, 3)).toBe("stale");
    expect(await removeTarget(lead, place(), 3)).toBe("stale");
    expect(await targets()).toMatchObject([{ level: 5, version: 4 }]);
  });
});

describe("An approver approves what the lead wants to reach", () => {
  test("as it was read, and only an approver; who changes it takes the approval away", async () => {
    expect(await approveTargets(lead, round, [{ ...read, version: 4 }])).toBe("not_found");
    expect(await approveTargets(approver, round, [{ ...read, version: 3 }])).toBe("stale");
    expect(await approveTargets(approver, round, [{ ...read, version: 4 }])).toBe("done");
    expect(await targets()).toMatchObject([
      { approvedAt: expect.any(Date), approvedById: approver.personId },
    ]);
    // Only the page that says who it was asks for the name; what a sign-off kept of others stays.
    const kept = { ...read, capabilityId: "c01-1", level: 3, by: null, reason: "", approvedBy: "Who left" };
    expect(await withApproverNames(lead, [kept, ...((await targets()) ?? [])])).toMatchObject([
      { capabilityId: "c01-1", approvedBy: "Who left" },
      { capabilityId: "c06-3", approvedBy: approver.name },
    ]);
    expect(await setTarget(lead, place(), wanted, 4)).toBe("done");
    expect(await targets()).toMatchObject([{ level: 4, approvedAt: null, approvedById: null }]);
    expect((await events()).map(({ action }) => action)).toContain("target.approved");
  });

  test("all of what was ticked or none of it", async () => {
    const other = { capabilityId: "c06-1", scope: "organisation" };
    await setTarget(lead, { assessmentId: round, ...other }, wanted, 0);
    const both = [
      { ...other, version: 1 },
      { ...read, version: 1 },
    ];
    expect(await approveTargets(approver, round, both)).toBe("stale");
    expect((await targets())?.some(({ approvedAt }) => approvedAt)).toBe(false);
    await removeTarget(lead, { assessmentId: round, ...other }, 1);
  });
});

describe("I set targets for more than one question at once", () => {
  test("a dimension's holds for all of it that has no target of its own", async () => {
    const dimension = { assessmentId: round, capabilityId: "d06", scope: "organisation" };
    expect(await setTarget(lead, dimension, { ...wanted, level: 5 }, 0)).toBe("done");
    const held = targetsIn("acute", (await targets()) ?? []);
    expect(held.get("c06-1")).toMatchObject({ level: 5, dimensionId: "d06" });
    expect(held.get("c06-3")).toMatchObject({ level: 4 });
    expect(held.get("c06-3")?.dimensionId).toBeUndefined();
    expect(await removeTarget(lead, dimension, 1)).toBe("done");
  });

  test("a template sets what is missing, and leaves what I set myself", async () => {
    const levels = [
      { ...read, level: 3 },
      { capabilityId: "c06-1", scope: "organisation", level: 3 },
    ];
    expect(await setMissingTargets(lead, round, levels, wanted)).toBe("done");
    const held = targetsIn("acute", (await targets()) ?? []);
    expect([held.get("c06-3")?.level, held.get("c06-1")?.level]).toEqual([4, 3]);
  });

  test("once the round is with its approver, no target changes under them", async () => {
    await answerAll(lead, round);
    expect(await sendForReview(lead, round)).toEqual({ kind: "moved" });
    expect(await setTarget(lead, place(), { ...wanted, level: 2 }, 3)).toBe("closed");
    expect(await removeTarget(lead, place(), 3)).toBe("closed");
    expect(await approveTargets(approver, round, [{ ...read, version: 3 }])).toBe("closed");
    expect(targetsIn("acute", (await targets()) ?? []).get("c06-3")?.level).toBe(4);
  });
});
