import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import type { FilledWorkbook } from "@/lib/exchange/answer-workbook";
import { type DocumentRefusal, readFilledDocument } from "@/lib/exchange/filled-document";
import { writeAnswerWorkbook } from "@/lib/exchange/write-answer-workbook";
import { type FilledRefusal, readAnswerWorkbook } from "@/lib/exchange/read-answer-workbook";
import { readWorkbook, type WorkbookRefusal } from "@/lib/exchange/read-workbook";
import { workbookOf, workbookWork, type WorkbookWork } from "./answer-workbooks";
import { keepUpload } from "./uploads";

/** The workbook of an assessment, as a file; null where it is not the person's to fill in. */
export async function answersWorkbook(
  user: CurrentUser,
  assessmentId: string,
  now: Date,
): Promise<{ work: WorkbookWork; file: Buffer } | null> {
  const work = await workbookWork(user, assessmentId);
  return work && { work, file: await writeAnswerWorkbook(workbookOf(work, now)) };
}

/** Why a file is not taken. */
export type UploadRefusal = WorkbookRefusal | FilledRefusal | DocumentRefusal;

export type UploadOutcome =
  | { kind: "kept"; id: string }
  | { kind: "refused"; reason: UploadRefusal }
  | { kind: "locked" }
  | { kind: "not_found" };

/**
 * Reads a workbook that was filled in, or an assessment document, and keeps what it says, to be looked at. Nothing of
 * the assessment changes.
 */
export async function uploadAnswers(
  user: CurrentUser,
  assessmentId: string,
  file: { name: string; bytes: Uint8Array },
  now: Date,
): Promise<UploadOutcome> {
  const work = await workbookWork(user, assessmentId);
  if (!work) return { kind: "not_found" };
  const { assessment } = work;
  if (assessment.state !== "in_progress") return { kind: "locked" };
  const filled = await filledIn(work, file);
  if (!filled.ok) return { kind: "refused", reason: filled.reason };
  const place = { organisationId: assessment.organisationId, assessmentId, kind: "answers" as const };
  const id = await keepUpload(user, place, { name: file.name, content: filled.filled }, now);
  return id === null ? { kind: "not_found" } : { kind: "kept", id };
}

type Filled = { ok: true; filled: FilledWorkbook } | { ok: false; reason: UploadRefusal };

async function filledIn(
  { assessment, fills, framework, tasks }: WorkbookWork,
  file: { name: string; bytes: Uint8Array },
): Promise<Filled> {
  const whole = fills === "every question";
  // A document is of a whole care setting, so it is brought in by who answers all of it.
  if (whole && /\.json$/i.test(file.name)) {
    const { careSettings } = assessment;
    return readFilledDocument(file.bytes, { framework, careSettings, questions: tasks });
  }
  const read = await readWorkbook(file);
  if (!read.ok) return read;
  const expected = { assessmentId: assessment.id, framework, questions: tasks, withTargets: whole };
  return readAnswerWorkbook(read.sheets, expected);
}
