import { beforeEach, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { actionHistory } from "@/lib/data/action-history";
import { planOf } from "@/lib/data/plan";
import { applyPlan, previewPlan, uploadPlan } from "@/lib/data/plan-workbooks";
import { addAction, changeAction } from "@/lib/data/planned-actions";
import type { ActionContent, PlannedAction } from "@/lib/plan/action";
import { planSheets } from "@/lib/report/plan-sheets";
import { workbookOf } from "@/lib/report/report-workbook";
import { lookBeneath } from "@/tests/support/database";
import { fillIn, type Typing } from "@/tests/support/fill-in";
import { anAction } from "@/tests/support/plan";
import { startedRound } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let action: PlannedAction;

beforeEach(async () => {
  trust = await makeTrust();
  lead = await trust.let("digital_lead");
  await startedRound(lead, trust.id);
  const {
    id: _id,
    version: _version,
    ...content
  } = anAction({
    title: "=Restore tested",
    description: "Each quarter",
    serves: [{ capabilityId: "c06-3", scope: "organisation", criteria: ["c06-3-l3-a"] }],
  });
  action = await added(content);
});

const now = new Date();

async function added(content: ActionContent): Promise<PlannedAction> {
  const outcome = await addAction(lead, trust.id, content);
  if (outcome.kind !== "kept") throw new Error(outcome.kind);
  return { ...content, id: outcome.id, version: outcome.version };
}

const actions = async () => (await planOf(lead, trust.id))?.actions ?? [];
const typed = (heading: string, value: Typing["value"], row = action.id): Typing => ({
  sheet: "Actions",
  row,
  heading,
  value,
});

async function upload(typing: readonly Typing[], also: readonly PlannedAction[] = []): Promise<string> {
  const bytes = await fillIn(await workbookOf(planSheets([action, ...also])), typing);
  const outcome = await uploadPlan(lead, trust.id, { name: "plan.xlsx", bytes }, now);
  if (outcome.kind !== "kept") throw new Error(JSON.stringify(outcome));
  return outcome.id;
}

async function preview(id: string, user = lead) {
  const found = await previewPlan(user, trust.id, id, now);
  if (!found) throw new Error("There is no preview");
  return found;
}

async function applyAll(id: string) {
  const { changes, seen } = await preview(id);
  return applyPlan(lead, trust.id, id, { seen, taken: changes.map((change) => change.id) }, now);
}

describe("I change our plan in Excel and bring it back", () => {
  test("a workbook I did not touch changes nothing, whatever stands in it", async () => {
    const found = await preview(await upload([]));
    expect([found.changes, found.problems]).toEqual([[], []]);
  });

  test("what I typed is looked at first, then saved whole, with its history and on record without its words", async () => {
    const id = await upload([
      typed("Phase", "Phase 2"),
      typed("Who answers for it", "Head of cyber security"),
    ]);
    const found = await preview(id);
    expect(found.changes).toMatchObject([{ id: action.id, kind: "change" }]);
    expect(await actions()).toMatchObject([{ version: 1, phase: 1 }]);
    expect(await applyAll(id)).toEqual({ kind: "applied" });
    const { ...changed } = { ...action, phase: 2, ownerTitle: "Head of cyber security", version: 2 };
    expect(await actions()).toEqual([changed]);
    const [newest] = await actionHistory(lead, trust.id, action.id);
    expect(newest).toMatchObject({ version: 2, change: "imported", by: lead.name });
    expect(await applyAll(id)).toEqual({ kind: "applied_already" });
    const events = await lookBeneath<{ action: string; detail: unknown }>(
      "SELECT action, detail FROM audit_event WHERE actor_id = $1 AND action IN ('action.imported', 'upload.applied') ORDER BY id",
      [lead.personId],
    );
    expect(events).toEqual([
      { action: "action.imported", detail: { version: 2, state: "in_progress" } },
      { action: "upload.applied", detail: { changes: 1 } },
    ]);
  });

  test("a row without an id becomes a new action with what it will meet", async () => {
    const title = "Night staff trained";
    const fresh = { ...action, id: "fresh", title };
    const id = await upload(
      [
        typed("Action id", null, "fresh"),
        { sheet: "What they meet", row: "fresh", heading: "Action id", value: null },
      ],
      [fresh],
    );
    expect((await preview(id)).changes).toMatchObject([{ kind: "new", title }]);
    expect(await applyAll(id)).toEqual({ kind: "applied" });
    const found = (await actions()).find((one) => one.title === title);
    expect(found).toMatchObject({ version: 1, serves: action.serves, costs: [], benefits: [] });
  });
});

describe("A colleague works on the plan meanwhile", () => {
  const theirs = (title: string) =>
    changeAction(lead, trust.id, { id: action.id, version: action.version }, "changed", (one) => ({
      ...one,
      title,
    }));

  test("what both changed is shown as a conflict; what only they changed stays as they left it", async () => {
    const id = await upload([typed("Action", "Mine"), typed("Phase", "Phase 3")]);
    await theirs("Theirs");
    const { changes, saved } = await preview(id);
    expect(changes).toMatchObject([
      { kind: "conflict", version: 2, fields: [{ field: "title", from: "Theirs", to: "Mine" }, {}] },
    ]);
    expect(saved.get(action.id)?.by).toBe(lead.name);
    const other = await upload([typed("Phase", "Phase 3")]);
    expect((await preview(other)).changes).toMatchObject([{ kind: "change" }]);
    expect(await applyAll(other)).toEqual({ kind: "applied" });
    expect(await actions()).toMatchObject([{ title: "Theirs", phase: 3, version: 3 }]);
  });

  test("saved after I looked: nothing of mine is saved, not even what does not clash", async () => {
    const id = await upload([typed("Phase", "Phase 3")]);
    const { changes, seen } = await preview(id);
    await theirs("Theirs");
    const taken = changes.map((change) => change.id);
    expect(await applyPlan(lead, trust.id, id, { seen, taken }, now)).toEqual({ kind: "stale" });
    expect(await actions()).toMatchObject([{ title: "Theirs", phase: 1, version: 2 }]);
  });
});

describe("Whose plan it is", () => {
  test("who may not plan, from here or elsewhere, brings nothing in, sees nothing and saves nothing", async () => {
    const id = await upload([typed("Phase", "Phase 3")]);
    const { seen } = await preview(id);
    const file = { name: "plan.xlsx", bytes: new Uint8Array([1]) };
    const stranger = await (await makeTrust()).let("digital_lead");
    for (const other of [await trust.let("coordinator"), await trust.let("board_viewer"), stranger]) {
      expect(await uploadPlan(other, trust.id, file, now)).toEqual({ kind: "not_found" });
      expect(await previewPlan(other, trust.id, id, now)).toBeNull();
      const outcome = await applyPlan(other, trust.id, id, { seen, taken: [action.id] }, now);
      expect(outcome).toEqual({ kind: "not_found" });
    }
    const colleague = await trust.let("digital_lead");
    expect(await previewPlan(colleague, trust.id, id, now)).toBeNull();
    expect(await uploadPlan(lead, trust.id, file, now)).toEqual({ kind: "refused", reason: "not_zip" });
    expect(await actions()).toMatchObject([{ version: 1 }]);
  });

  test("before the first round there is nothing that actions could be about", async () => {
    const fresh = await makeTrust();
    const theirLead = await fresh.let("digital_lead");
    const file = { name: "plan.xlsx", bytes: await workbookOf(planSheets([])) };
    expect(await uploadPlan(theirLead, fresh.id, file, now)).toEqual({ kind: "no_round" });
  });
});
