import { isLate, isOpen, phaseName, type PlannedAction, standingName, statusNames } from "@/lib/plan/action";
import { dateInWords } from "./dates";

/** A day of a plan, written 2027-03-31, as people read it. */
export function dayInWords(day: string): string {
  return dateInWords(new Date(`${day}T12:00:00Z`));
}

/** When an action runs, "4 January 2027 to 31 March 2028", or when it was finished. */
export function datesInWords({
  startsOn,
  dueOn,
  finishedOn,
}: Pick<PlannedAction, "startsOn" | "dueOn" | "finishedOn">): string {
  if (finishedOn) return `Finished ${dayInWords(finishedOn)}`;
  return startsOn ? `${dayInWords(startsOn)} to ${dayInWords(dueOn)}` : `By ${dayInWords(dueOn)}`;
}

/** Where an action stands on a day, in a word. */
export function standingInWords(action: Pick<PlannedAction, "status" | "dueOn">, today: string): string {
  return standingName({ status: action.status, late: isLate(action, today) });
}

/** How an action is drawn on the timeline. */
export function drawnAs(
  action: Pick<PlannedAction, "status" | "dueOn">,
  today: string,
): "planned" | "under_way" | "finished" | "late" {
  if (isLate(action, today)) return "late";
  if (!isOpen(action)) return "finished";
  return action.status === "in_progress" ? "under_way" : "planned";
}

/** A risk in figures, "Likelihood 3 × impact 4 = 12". */
export function riskInFigures({ likelihood, impact }: { likelihood: number; impact: number }): string {
  return `Likelihood ${likelihood} × impact ${impact} = ${likelihood * impact}`;
}

/** What a colleague saved, by the names of the form's boxes, for the form that was too late. */
export function theirsInWords(action: PlannedAction): Record<string, string> {
  const { risk, optimismPercent } = action;
  return {
    "theirs-title": action.title,
    "theirs-description": action.description,
    "theirs-ownerTitle": action.ownerTitle,
    "theirs-phase": phaseName(action.phase),
    "theirs-status": statusNames[action.status],
    "theirs-dates": datesInWords(action),
    "theirs-risk": risk ? `${risk.text} (${riskInFigures(risk)})` : "None stated",
    "theirs-optimism": optimismPercent === null ? "Not stated" : `${optimismPercent}%`,
    "theirs-criteria": `${action.serves.reduce((total, { criteria }) => total + criteria.length, 0)}`,
  };
}
