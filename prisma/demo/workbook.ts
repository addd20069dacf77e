import type { CurrentUser } from "@/lib/access/user";
import { workbookWork } from "@/lib/data/answer-workbooks";
import { keepUpload } from "@/lib/data/uploads";
import type { FilledWorkbook } from "@/lib/exchange/answer-workbook";

/** A workbook that the digital lead filled in on the way and has not chosen from yet: a change, a conflict, a slip. */
export async function bringWorkbook(lead: CurrentUser, assessmentId: string, now: Date): Promise<void> {
  const work = await workbookWork(lead, assessmentId);
  if (!work) throw new Error("The demo's workbook has no assessment");
  const versionOf = (id: string) => work.rows.find(({ capabilityId }) => capabilityId === id)?.version ?? 0;
  const typed = (capabilityId: string, version: number, note: string, at: string) => ({
    ...{ capabilityId, scope: "organisation", version, target: null },
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
