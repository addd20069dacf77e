import type { CurrentUser } from "@/lib/access/user";
import { workbookWork } from "@/lib/data/answer-workbooks";
import { planOf } from "@/lib/data/plan";
import { planGround } from "@/lib/data/plan-ground";
import { keepUpload } from "@/lib/data/uploads";
import type { FilledWorkbook } from "@/lib/exchange/answer-workbook";
import type { FilledPlan } from "@/lib/exchange/plan-workbook";
import { isOpen } from "@/lib/plan/action";

/** A workbook that the digital lead filled in on the way and has not chosen from yet: a change, a conflict, a slip. */
export async function bringWorkbook(lead: CurrentUser, assessmentId: string, now: Date): Promise<void> {
  const work = await workbookWork(lead, assessmentId);
  if (!work) throw new Error("The demo's workbook has no assessment");
  const versionOf = (id: string) => work.rows.find(({ capabilityId }) => capabilityId === id)?.version ?? 0;
  const typed = (capabilityId: string, version: number, note: string, at: string) => ({
    capabilityId,
    scope: "organisation",
    version,
    target: null,
    cells: { note: { text: note, at } },
  });
  const filled: FilledWorkbook = {
    madeAt: new Date(now.getTime() - 3 * 60 * 60_000).toISOString(),
    questions: [
      typed("c06-3", versionOf("c06-3"), "The next failover is planned for the spring.", "Questions, F29"),
      // Filled in before anybody had answered it.
      typed("c06-1", 0, "Agreed with the head of cyber security on the phone.", "Questions, F27"),
    ],
    evidence: [],
    problems: [
      { at: "Statements, F212", message: "“Mostly” is not in the list. Choose one of its answers." },
    ],
    missing: 0,
  };
  const place = { organisationId: work.assessment.organisationId, assessmentId, kind: "answers" as const };
  await keepUpload(lead, place, { name: "answers-from-the-train.xlsx", content: filled }, now);
}

/** The plan as it came back from a planning day, not yet chosen from: a later date, a new action, a slip. */
export async function bringPlanWorkbook(lead: CurrentUser, organisationId: string, now: Date): Promise<void> {
  const ground = await planGround(lead, organisationId);
  const later = (await planOf(lead, organisationId))?.actions.find(isOpen);
  if (!ground || !later) throw new Error("The demo's plan has no workbook");
  const filled: FilledPlan = {
    actions: [
      {
        at: "Actions, row 2",
        id: later.id,
        version: later.version,
        criteria: null,
        costs: [],
        benefits: [],
        cells: { dueOn: { text: "2027-06-30", at: "Actions, H2" } },
      },
      {
        at: "Actions, row 30",
        id: null,
        version: null,
        criteria: null,
        costs: [],
        benefits: [],
        cells: {
          title: { text: "Drop-in sessions for night staff", at: "Actions, B30" },
          phase: { text: "2", at: "Actions, D30" },
          ownerTitle: { text: "Director of people", at: "Actions, F30" },
          dueOn: { text: "2028-03-31", at: "Actions, H30" },
        },
      },
    ],
    problems: [{ at: "Actions, L7", message: "“Likely” is not a number from 1 to 5." }],
  };
  const place = { organisationId, assessmentId: ground.assessmentId, kind: "plan" as const };
  await keepUpload(lead, place, { name: "plan-after-the-planning-day.xlsx", content: filled }, now);
}
