import { AsyncLocalStorage } from "node:async_hooks";
import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { addEvidence, linkedEvidenceIn } from "@/lib/data/evidence";
import { linkEvidence } from "@/lib/data/evidence-links";
import { storedPlanIn } from "@/lib/data/plan";
import { addAction } from "@/lib/data/planned-actions";
import { reportRecord } from "@/lib/data/report-record";
import { resultAnd } from "@/lib/data/results";
import { anAction } from "@/tests/support/plan";
import { save, startedRound } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let round: string;

beforeAll(async () => {
  trust = await makeTrust();
  lead = await trust.let("digital_lead");
  round = await startedRound(lead, trust.id);
});

const place = () => ({ assessmentId: round, capabilityId: "c06-3", scope: "organisation" });

/** My colleague answers a question, shows why and plans what follows, one after the other. */
async function colleagueSaves(): Promise<void> {
  expect((await save(lead, place(), { version: 0, level: 2 })).kind).toBe("saved");
  const shown = { title: "Restore test", url: null, reference: "Minute 4", owner: "IT", effectiveOn: null };
  const evidence = { ...shown, reviewOn: null, grade: "documented" as const, verifiedBy: null };
  const added = await addEvidence(lead, trust.id, evidence);
  if (added.kind !== "kept") throw new Error(added.kind);
  expect(await linkEvidence(lead, place(), added.id, false)).toBe(true);
  const { id: _id, version: _version, ...action } = anAction();
  expect((await addAction(lead, trust.id, action)).kind).toBe("kept");
}

describe("I take out a gap report while a colleague saves", () => {
  test("it knows all of what was saved or nothing, never a part", async () => {
    // As a request of its own: inside a transaction nobody may ask for another.
    const aside = AsyncLocalStorage.snapshot();
    const read = await resultAnd(lead, round, "acute", async (tx) => {
      await aside(colleagueSaves);
      const { actions } = await storedPlanIn(tx, trust.id, "all");
      return { actions, evidence: await linkedEvidenceIn(tx, trust.id) };
    });
    expect(read?.beside).toEqual({ actions: [], evidence: [] });
    expect(read?.result.rows).toEqual([]);

    const after = await reportRecord(lead, round, "acute");
    expect(after?.result.rows).toMatchObject([{ capabilityId: "c06-3" }]);
    expect(after?.evidence).toMatchObject([{ capabilityId: "c06-3", title: "Restore test" }]);
    expect(after?.plan?.actions).toHaveLength(1);
  });

  test("who may not take it out reads nothing of it: a contributor, a stranger", async () => {
    const stranger = await (await makeTrust()).let("digital_lead");
    for (const who of [await trust.let("contributor"), stranger]) {
      expect(await reportRecord(who, round, "acute")).toBeNull();
    }
    expect(await reportRecord(lead, round, "ambulance")).toBeNull();
  });
});
