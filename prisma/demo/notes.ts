import type { Confidence } from "@/lib/assessment/stored-answer";
import type { CareSetting } from "@/lib/framework/schema";
import { chance } from "./levels";

const notes = [
  "Agreed at the digital delivery group. The report is on the shared drive.",
  "Figures from the quarterly performance report to the finance and digital committee.",
  "Two services are still on paper; both are in this year's plan.",
  "Checked with the service lead. We do this well on one site and are starting on the other.",
  "The audit in the spring found the same. The action plan is owned by the chief nursing information officer.",
  "We think this is met but could not find the report in time.",
];

const practiceNotes = [
  "Agreed at the practice meeting. The minutes are in the shared folder.",
  "Figures from the clinical system's own report, run by the reception lead.",
  "We do this on most days. The partners want it checked again in the spring.",
  "The ICB's IT team has been asked. We are waiting for their answer.",
];

/** What a colleague wrote with an answer, and how sure they were; most answers have no note. */
export function remarkOn(
  trust: string,
  capability: string,
  setting: CareSetting | undefined,
): { note: string; confidence: Confidence } {
  const draw = chance(trust, capability, "remark");
  const said = setting === "practice" ? practiceNotes : notes;
  const note = draw < 0.3 ? (said[Math.floor((draw / 0.3) * said.length)] ?? "") : "";
  const confidence = draw < 0.1 ? "low" : draw < 0.65 ? "medium" : "high";
  return { note, confidence };
}
