import { z } from "zod";
import { dayBoxes, dayIn } from "@/lib/http/day-boxes";
import type { Wrong } from "@/lib/framework/problem";
import { readTogether } from "@/lib/http/read-fields";
import { actionStatuses, type ActionContent, phases, TEXT_LIMIT, TITLE_LIMIT } from "@/lib/plan/action";
import { servesTicked } from "@/lib/plan/criteria-of-plan";

const words = (limit: number) =>
  z.string().trim().max(limit, `Enter ${limit} characters or fewer`).default("");
const scale = z.enum(["", "1", "2", "3", "4", "5"]).default("");

/** Several ticks come as a list, one as a text, none as nothing. */
export const ticks = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((found) => [found].flat().filter((tick) => tick !== ""));

/** Which version of which action a form is about. */
export const actionPlace = z.object({
  ods: z.string(),
  id: z.string(),
  version: z.coerce.number().int().min(1),
});

const boxes = {
  title: words(TITLE_LIMIT).refine((text) => text !== "", "Enter what will be done"),
  description: words(TEXT_LIMIT),
  ownerTitle: words(TITLE_LIMIT).refine((text) => text !== "", "Enter the job title of who answers for it"),
  ownerId: z.string().default(""),
  phase: z.enum(phases.map(String), "Choose a phase"),
  status: z.enum(actionStatuses).default("draft"),
  ...dayBoxes("starts"),
  ...dayBoxes("due"),
  risk: words(TEXT_LIMIT),
  likelihood: scale,
  impact: scale,
  optimism: z.string().trim().default(""),
  noDoubleRunning: z.string().optional(),
};

/** What a person types about an action; its criteria, costs and benefits have forms of their own. */
export type TypedAction = Omit<ActionContent, "serves" | "costs" | "benefits" | "finishedOn" | "endedReason">;

type Typed = z.output<z.ZodObject<typeof boxes>>;

function actionTyped(typed: Typed, wrong: Wrong): TypedAction {
  const day = (name: "starts" | "due", when: string) => {
    const found = dayIn(typed, name);
    if (found === undefined) wrong(name, `Enter a real date for when it ${when}, such as 31 3 2027`);
    return found ? found.toISOString().slice(0, 10) : null;
  };
  const [startsOn, dueOn] = [day("starts", "starts"), day("due", "is due")];
  if (dayIn(typed, "due") === null) wrong("due", "Enter when it is due");
  if (startsOn && dueOn && dueOn < startsOn)
    wrong("due", "It is due before it starts. Change one of the dates");
  const percent = /^\d{1,3}$/.test(typed.optimism) ? Number(typed.optimism) : null;
  if (typed.optimism !== "" && (percent === null || percent > 500))
    wrong("optimism", "Enter the optimism adjustment as a whole number from 0 to 500, or leave it empty");
  const { title, description, ownerTitle, ownerId, status } = typed;
  return {
    title,
    description,
    ownerTitle,
    ownerId: ownerId || null,
    status,
    startsOn,
    dueOn: dueOn ?? "",
    phase: phases.find((phase) => String(phase) === typed.phase) ?? 1,
    risk: riskTyped(typed, wrong),
    optimismPercent: percent,
    noDoubleRunning: typed.noDoubleRunning !== undefined,
  };
}

function riskTyped({ risk, likelihood, impact }: Typed, wrong: Wrong): ActionContent["risk"] {
  if (!risk && !likelihood && !impact) return null;
  if (!risk) wrong("risk", "Enter what could go wrong, or leave likelihood and impact empty");
  if (!likelihood) wrong("likelihood", "Choose how likely it is");
  if (!impact) wrong("impact", "Choose how much it would matter");
  return { text: risk, likelihood: Number(likelihood) || 1, impact: Number(impact) || 1 };
}

/** A new action, with the criteria ticked where it was begun from a gap or a step. */
export const newActionFields = readTogether(
  z.object({ ...boxes, ods: z.string(), key: z.guid().optional(), criteria: ticks }),
  (typed, wrong) => ({
    ods: typed.ods,
    key: typed.key,
    serves: servesTicked(typed.criteria),
    content: actionTyped(typed, wrong),
  }),
);

/** A changed action, against the version it was read at. */
export const changedActionFields = readTogether(actionPlace.extend(boxes), (typed, wrong) => ({
  ods: typed.ods,
  id: typed.id,
  version: typed.version,
  content: actionTyped(typed, wrong),
}));

/** The criteria an action will meet, all of them. */
export const criteriaFields = actionPlace
  .extend({ criteria: ticks })
  .transform(({ criteria, ...place }) => ({ ...place, serves: servesTicked(criteria) }));

/** Why an action is ended early. */
export const endFields = actionPlace.extend({
  reason: words(TEXT_LIMIT).refine((text) => text !== "", "Enter why it is ended"),
});
