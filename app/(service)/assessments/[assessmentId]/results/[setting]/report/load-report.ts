import { cache } from "react";
import type { CurrentUser } from "@/lib/access/user";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { type ReportRecord, reportRecord } from "@/lib/data/report-record";
import { orKept } from "@/lib/http/questions-missing";
import { gapReport, type GapReport, gapReportTitle } from "@/lib/report/gap-report";
import { type ReportChoice, WHOLE_REPORT } from "@/lib/report/report-choice";
import { ENGINE_VERSION } from "@/lib/scoring/score";
import { asLoaded, type LoadedResult } from "../load-result";

/** A result with the gap report made from it. */
export type LoadedReport = { loaded: LoadedResult; report: GapReport };

/** What is read for a report, once a request: for the page and its title. */
const loadRecord = cache(async (assessmentId: string, setting: string) => {
  const user = await requireUser();
  return { user, record: await orKept(assessmentId, reportRecord(user, assessmentId, setting)) };
});

/** The gap report of a care setting, for those who may export it; everybody else gets a 404. */
export async function loadReport(
  assessmentId: string,
  setting: string,
  choice: ReportChoice = WHOLE_REPORT,
): Promise<LoadedReport> {
  const { user, record } = await loadRecord(assessmentId, setting);
  if (!record) notFound();
  return reportFrom(user, record, choice);
}

/** What the gap report of a care setting is called; a 404 for who may not export it. */
export async function reportTitle(assessmentId: string, setting: string): Promise<string> {
  const { record } = await loadRecord(assessmentId, setting);
  if (!record) notFound();
  return gapReportTitle({ ...record.result, ...record.result.assessment });
}

/** The whole gap report, for whoever may export it; null for everybody else. */
export async function reportSeenBy(
  user: CurrentUser,
  assessmentId: string,
  setting: string,
): Promise<LoadedReport | null> {
  const record = await reportRecord(user, assessmentId, setting);
  return record && reportFrom(user, record, WHOLE_REPORT);
}

function reportFrom(
  user: CurrentUser,
  { result, evidence, plan, preparer }: ReportRecord,
  choice: ReportChoice,
): LoadedReport {
  const loaded = asLoaded(user, result);
  const { organisation, round, state } = loaded.assessment;
  return {
    loaded,
    report: gapReport({
      ...loaded,
      organisation,
      round,
      state,
      plan,
      preparer,
      evidence,
      engineVersion: loaded.signedOff?.engineVersion ?? ENGINE_VERSION,
      madeOn: new Date(),
      choice,
    }),
  };
}
