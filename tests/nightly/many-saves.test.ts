import { expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant";
import { save, startedRound, tasksIn } from "@/tests/support/round";
import { makeTrust } from "@/tests/support/trust";

test("400 saves come at the same moment, on the connections there are: they queue, and none fails", async () => {
  const trust = await makeTrust(["acute", "community"]);
  const lead = await trust.let("digital_lead");
  const assessmentId = await startedRound(lead, trust.id, { careSettings: ["acute", "community"] });
  const tasks = await tasksIn(lead, assessmentId);
  const places = tasks.map(({ capability, scope }) => ({ assessmentId, capabilityId: capability.id, scope }));
  const outcomes = await Promise.all(
    Array.from({ length: 400 }, (_, index) => {
      const place = places[index % places.length];
      if (!place) throw new Error("The round asks nothing.");
      return save(lead, place, { version: 0, level: (1 + (index % 5)) as 1 | 2 | 3 | 4 | 5 });
    }),
  );
  // Of those for one question the first is taken and the others meet it; no save is turned away for want of a connection.
  const kinds = outcomes.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "saved")).toHaveLength(places.length);
  expect(kinds.filter((kind) => kind === "stale")).toHaveLength(400 - places.length);
  const versions = await withTenant(lead, {}, (tx) =>
    tx.answerRevision.findMany({ where: { assessmentId }, select: { version: true } }),
  );
  expect(versions).toHaveLength(places.length);
  expect(new Set(versions.map(({ version }) => version))).toEqual(new Set([1]));
});
