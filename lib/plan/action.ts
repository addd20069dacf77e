import { z } from "zod";
import { benefitSchema, type Benefit } from "./benefit";
import { costSchema, type Cost } from "./cost";

/**
 * Where an action stands. `draft` is one that only those who plan see: it stands in no paper and moves no figure until
 * it is put forward. `ended` is one that was given up, with its reason; nothing is deleted.
 */
export const actionStatuses = ["draft", "not_started", "in_progress", "finished", "ended"] as const;
export type ActionStatus = (typeof actionStatuses)[number];

export const statusNames: Readonly<Record<ActionStatus, string>> = {
  draft: "Draft",
  not_started: "Not started",
  in_progress: "Under way",
  finished: "Finished",
  ended: "Ended early",
};

/** The phases a plan is told in, in order. */
export const phases = [1, 2, 3, 4] as const;
export type Phase = (typeof phases)[number];

export function phaseName(phase: Phase): string {
  return `Phase ${phase}`;
}

/** What could go wrong; likelihood and impact from 1 (least) to 5, as trusts' risk registers have them. */
export type Risk = { text: string; likelihood: number; impact: number };

/** Criteria of one capability in one scope that an action will meet. */
export type Serves = { capabilityId: string; scope: string; criteria: readonly string[] };

/** What an action says, apart from who saved it and when. Days are written 2027-03-31. */
export type ActionContent = {
  title: string;
  description: string;
  /** Who answers for it, by job title: the only name a board reads. */
  ownerTitle: string;
  /** The member of the organisation who is asked to confirm what it met, where one is named. */
  ownerId: string | null;
  phase: Phase;
  status: ActionStatus;
  startsOn: string | null;
  dueOn: string;
  finishedOn: string | null;
  /** Why it was ended early; empty otherwise. */
  endedReason: string;
  risk: Risk | null;
  serves: readonly Serves[];
  costs: readonly Cost[];
  benefits: readonly Benefit[];
  /** By how many per cent its costs are raised against optimism; null where nobody stated it. */
  optimismPercent: number | null;
  /** True where somebody stated that nothing old runs beside it; the cost of what does is a cost line. */
  noDoubleRunning: boolean;
};

/** An action of which nothing is typed yet. */
export const emptyAction: ActionContent = {
  title: "",
  description: "",
  ownerTitle: "",
  ownerId: null,
  phase: 1,
  status: "draft",
  startsOn: null,
  dueOn: "",
  finishedOn: null,
  endedReason: "",
  risk: null,
  serves: [],
  costs: [],
  benefits: [],
  optimismPercent: null,
  noDoubleRunning: false,
};

/** An action as it is kept. `version` counts accepted changes, from 1, without gaps. */
export type PlannedAction = ActionContent & { id: string; version: number };

/** The longest texts that are taken, in characters; the pages say so. */
export const TITLE_LIMIT = 200;
export const TEXT_LIMIT = 2000;

/** The most cost lines, benefit lines and capabilities that one action holds. */
export const LINES_LIMIT = 40;

const day = z.iso.date();
const scale = z.int().min(1).max(5);

/** The parts of an action that are kept as documents, as they are read from where they are kept. */
export const keptParts = z.object({
  risk: z.object({ text: z.string(), likelihood: scale, impact: scale }).nullable(),
  serves: z.array(z.object({ capabilityId: z.string(), scope: z.string(), criteria: z.array(z.string()) })),
  costs: z.array(costSchema),
  benefits: z.array(benefitSchema),
});

/** An action whole, as a history or a file holds it. */
export const actionContentSchema: z.ZodType<ActionContent> = keptParts.extend({
  title: z.string().trim().min(1).max(TITLE_LIMIT),
  description: z.string().max(TEXT_LIMIT),
  ownerTitle: z.string().trim().min(1).max(TITLE_LIMIT),
  ownerId: z.string().nullable(),
  phase: z.literal(phases),
  status: z.enum(actionStatuses),
  startsOn: day.nullable(),
  dueOn: day,
  finishedOn: day.nullable(),
  endedReason: z.string().max(TEXT_LIMIT),
  optimismPercent: z.int().min(0).max(500).nullable(),
  noDoubleRunning: z.boolean(),
});

/** True while it is still to be done. */
export function isOpen({ status }: Pick<ActionContent, "status">): boolean {
  return status === "not_started" || status === "in_progress";
}

/** True for one that only those who plan see. */
export function isDraft({ status }: Pick<ActionContent, "status">): boolean {
  return status === "draft";
}

/** True while what it says can change: a draft or an open action. */
export function isChangeable(action: Pick<ActionContent, "status">): boolean {
  return isDraft(action) || isOpen(action);
}

/** The actions that were put forward: those that papers, figures and everybody else's pages are made from. */
export function putForward<Action extends Pick<ActionContent, "status">>(
  actions: readonly Action[],
): Action[] {
  return actions.filter((action) => !isDraft(action));
}

/** True for an open action whose due day has passed; on the day itself it is not yet late. */
export function isLate(action: Pick<ActionContent, "status" | "dueOn">, today: string): boolean {
  return isOpen(action) && action.dueOn < today;
}

/** Where an action stands, in the one word that says most: "Late", else "Under way" and so on. */
export function standingName({ status, late }: { status: ActionStatus; late: boolean }): string {
  return late ? "Late" : statusNames[status];
}

/** The order actions are read in: phase, due day, title. */
export function inPlanOrder(one: PlannedAction, other: PlannedAction): number {
  return (
    one.phase - other.phase ||
    compare(one.dueOn, other.dueOn) ||
    compare(one.title, other.title) ||
    compare(one.id, other.id)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
