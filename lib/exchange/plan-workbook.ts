import { z } from "zod";
import { type ActionContent, phaseName, phases, statusNames } from "@/lib/plan/action";

// The workbook in which a plan is changed away from the service: what is on which sheet, and by which words it is known
// again when it comes back. Rows go by the action's id, columns by heading, whatever their order.

export const planSheetNames = { actions: "Actions", criteria: "What they meet" } as const;

/** The headings of an action's parts that can be changed in a workbook. */
export const actionHeadings = {
  title: "Action",
  description: "More about it",
  phase: "Phase",
  status: "Status",
  ownerTitle: "Who answers for it",
  startsOn: "Starts",
  dueOn: "Due",
  risk: "Risk",
  likelihood: "Likelihood",
  impact: "Impact",
  optimismPercent: "Optimism adjustment, %",
  noDoubleRunning: "No double running",
} as const;

export type ActionField = keyof typeof actionHeadings;
export const actionFields = Object.keys(actionHeadings) as ActionField[];

/** What is said of an action on its own page alone, and stands in the workbook to be read. */
export const closingHeadings = { finishedOn: "Finished", endedReason: "Why it was ended" } as const;

export const actionLabels = { id: "Action id", version: "Version" } as const;

export const criteriaHeadings = {
  id: "Action id",
  action: "Action",
  capability: "Capability id",
  scope: "Scope",
  criterion: "Criterion id",
} as const;

/** The words of each list, and what they stand for. */
export const planWords = {
  phase: Object.fromEntries(phases.map((phase) => [phaseName(phase), String(phase)])),
  status: Object.fromEntries(Object.entries(statusNames).map(([status, name]) => [name, status])),
  noDoubleRunning: { Yes: "yes", No: "" },
} as const;

/** What an action says in each part that a workbook can change; empty for nothing, days as 2027-03-31. */
export function valuesOf(action: ActionContent): Record<ActionField, string> {
  const { title, description, phase, status, ownerTitle, startsOn, dueOn, risk, optimismPercent } = action;
  return {
    title,
    description,
    status,
    ownerTitle,
    dueOn,
    phase: String(phase),
    startsOn: startsOn ?? "",
    risk: risk?.text ?? "",
    likelihood: String(risk?.likelihood ?? ""),
    impact: String(risk?.impact ?? ""),
    optimismPercent: String(optimismPercent ?? ""),
    noDoubleRunning: action.noDoubleRunning ? "yes" : "",
  };
}

const typedCell = z.object({ text: z.string(), at: z.string() });

const filledLine = z.object({
  /** Null for one that is new. */
  id: z.string().nullable(),
  /** Where its row stands, "Costs, row 4". */
  at: z.string(),
  cells: z.record(z.string(), typedCell),
});

const filledAction = z.object({
  /** Where its row stands, "Actions, row 4". */
  at: z.string(),
  /** Null for one that is new. */
  id: z.string().nullable(),
  /** The version it was changed against; null where that is not known. */
  version: z.int().min(1).nullable(),
  /** What stands in each cell, and where; a column that is not there has none. */
  cells: z.record(z.string(), typedCell),
  /** What it will meet; null where the workbook has no sheet for that. */
  criteria: z
    .array(z.object({ capabilityId: z.string(), scope: z.string(), criterion: z.string(), at: z.string() }))
    .nullable(),
  /** Its costs and its benefits, as far as they have rows. */
  costs: z.array(filledLine).default([]),
  benefits: z.array(filledLine).default([]),
});

/** What a plan's workbook says, as it is kept until somebody chose what of it counts. */
export const filledPlanSchema = z.object({
  actions: z.array(filledAction),
  /** What could not be understood, by sheet and cell. */
  problems: z.array(z.object({ at: z.string(), message: z.string() })),
});

export type FilledPlan = z.output<typeof filledPlanSchema>;
export type FilledAction = z.output<typeof filledAction>;
export type FilledLine = z.output<typeof filledLine>;
