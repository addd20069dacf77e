import "server-only";
import { redirect } from "next/navigation";
import { FrameworkMissing } from "@/lib/data/frameworks";
import { keptPath } from "./addresses";

/** What to say where something cannot be done because the questions of a round are missing. */
export const QUESTIONS_MISSING =
  "The questions of this assessment are missing from this service, so nothing can be changed. What was saved is " +
  "kept. Tell an administrator.";

/** What a page of an assessment reads; where its questions are missing, the page that shows what is kept instead. */
export async function orKept<T>(assessmentId: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof FrameworkMissing)) throw error;
    redirect(keptPath(assessmentId));
  }
}
