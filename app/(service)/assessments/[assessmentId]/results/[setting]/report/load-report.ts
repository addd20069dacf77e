import { notFound } from "next/navigation";
import { may } from "@/lib/access/policy";
import { gapReport, type GapReport } from "@/lib/report/gap-report";
import { type ReportChoice, WHOLE_REPORT } from "@/lib/report/report-choice";
import { ENGINE_VERSION } from "@/lib/scoring/score";
import { loadResult, type LoadedResult } from "../load-result";

/** The gap report of a care setting, for those who may export it; everybody else gets a 404. */
export async function loadReport(
  assessmentId: string,
  setting: string,
  choice: ReportChoice = WHOLE_REPORT,
): Promise<{ loaded: LoadedResult; report: GapReport }> {
  const loaded = await loadResult(assessmentId, setting);
  const { user, assessment } = loaded;
  if (!may(user, "export the gap report", assessment.organisationId)) notFound();
  const { organisation, round, state } = assessment;
  return {
    loaded,
    report: gapReport({
      ...loaded,
      organisation,
      round,
      state,
      engineVersion: loaded.signedOff?.engineVersion ?? ENGINE_VERSION,
      madeOn: new Date(),
      choice,
    }),
  };
}
