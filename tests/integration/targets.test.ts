import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { resultOf } from "@/lib/data/results";
import { sendForReview } from "@/lib/data/sign-off";
import { removeTarget, setTarget } from "@/lib/data/targets";
import { lookBeneath } from "@/tests/support/database";
import { answerAll, startedRound } from "@/tests/support/round";
import { makeTrust } from "@/tests/support/trust";

let lead: CurrentUser;
let board: CurrentUser;
let stranger: CurrentUser;
let round: string;

beforeAll(async () => {
  const trust = await makeTrust();
  lead = await trust.let("digital_lead");
  board = await trust.let("board_viewer");
  stranger = await (await makeTrust()).let("digital_lead");
  round = await startedRound(lead, trust.id);
});

const place = () => ({ assessmentId: round, capabilityId: "c06-3", scope: "organisation" });
const wanted = { level: 4, by: null, reason: "Agreed by the executive team" };
const targets = async () => (await resultOf(lead, round, "acute"))?.targets;

function events(): Promise<{ action: string }[]> {
  return lookBeneath(
    "SELECT action FROM audit_event WHERE action LIKE 'target.%' AND subject LIKE $1 ORDER BY id",
    [`answer:${round}/%`],
  );
}

describe("I set a target and take it back", () => {
  test("it stands, is on record, and goes again", async () => {
    expect(await setTarget(lead, place(), wanted)).toBe("done");
    expect(await targets()).toMatchObject([{ capabilityId: "c06-3", level: 4 }]);
    expect(await removeTarget(lead, place())).toBe("done");
    expect(await targets()).toEqual([]);
    expect(await removeTarget(lead, place())).toBe("done");
    expect(await events()).toEqual([{ action: "target.set" }, { action: "target.removed" }]);
  });

  test("nobody else may: not the board, and not another trust", async () => {
    for (const other of [board, stranger]) {
      expect(await setTarget(other, place(), wanted)).toBe("not_found");
      expect(await removeTarget(other, place())).toBe("not_found");
    }
    expect(await targets()).toEqual([]);
  });

  test("once the round is with its approver, no target changes under them", async () => {
    await setTarget(lead, place(), wanted);
    await answerAll(lead, round);
    expect(await sendForReview(lead, round)).toEqual({ kind: "moved" });
    expect(await setTarget(lead, place(), { ...wanted, level: 2 })).toBe("closed");
    expect(await removeTarget(lead, place())).toBe("closed");
    expect(await targets()).toMatchObject([{ level: 4 }]);
  });
});
