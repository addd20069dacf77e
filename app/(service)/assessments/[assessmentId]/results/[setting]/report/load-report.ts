import { may } from "@/lib/access/policy";
import { notFound } from "@/lib/auth/not-found";
import { linkedEvidenceOf } from "@/lib/data/evidence";
import { planOf } from "@/lib/data/plan";
import { preparerOf } from "@/lib/data/report-logo";
import { gapReport, type GapReport } from "@/lib/report/gap-report";
import { type ReportChoice, WHOLE_REPORT } from "@/lib/report/report-choice";
import { ENGINE_VERSION } from "@/lib/scoring/score";
import { loadResult, type LoadedResult } from "../load-result";

/** A result with the gap report made from it. */
export type LoadedReport = { loaded: LoadedResult; report: GapReport };

/** The gap report of a care setting, for those who may export it; everybody else gets a 404. */
export async function loadReport(
  assessmentId: string,
  setting: string,
  choice: ReportChoice = WHOLE_REPORT,
): Promise<LoadedReport> {
  const made = await reportOf(await loadResult(assessmentId, setting), choice);
  if (!made) notFound();
  return made;
}

/** The gap report of a result, for whoever may export it; null for everybody else. */
export async function reportOf(loaded: LoadedResult, choice: ReportChoice): Promise<LoadedReport | null> {
  const { user, assessment } = loaded;
  const { organisationId, organisation, round, state } = assessment;
  if (!may(user, "export the gap report", organisationId)) return null;
  const [evidence, plan, preparer] = await Promise.all([
    linkedEvidenceOf(user, organisationId, assessment.id),
    may(user, "see the plan", organisationId) ? planOf(user, organisationId) : null,
    preparerOf(user, organisationId),
  ]);
  return {
    loaded,
    report: gapReport({
      ...loaded,
      ...{ organisation, round, state, plan, preparer },
      evidence: evidence ?? [],
      engineVersion: loaded.signedOff?.engineVersion ?? ENGINE_VERSION,
      madeOn: new Date(),
      choice,
    }),
  };
}
