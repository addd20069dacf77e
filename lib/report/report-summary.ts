import { organisationWord } from "@/lib/framework/organisation-word";
import { controlledIn, controlledInWords } from "./controlled";
import { pointsInWords } from "./effort-words";
import type { Standing } from "./findings";
import { firstFew } from "./first-few";
import type { GapSection } from "./gap-sections";
import { progressInWords } from "./board-pack-plan";
import type { ReportPlan } from "./report-plan";
import type { ReportRoute } from "./report-route";
import { distanceInWords, overallInFigures, stageInWords } from "./stage-words";
import { completenessInWords } from "./completeness";
import { toldResult } from "./told-result";
import { untoldInWords } from "./unnamed";
import { notKnownInWords, type Sureness } from "./sureness";

type Told = Standing & {
  showSensitive: boolean;
  organisation: { name: string };
  round: string;
  settingName: string;
  heldBy: readonly string[];
  gaps: readonly GapSection[];
  route: ReportRoute | null;
  plan: ReportPlan | null;
  sureness: Sureness;
};

/** How many reasons the summary names; the report has them all. */
const NAMED = 3;

/** The executive summary: where it stands, what holds it there, what to do, how sure that is. A sentence each. */
export function summaryOf(told: Told): string[] {
  const { framework, setting, result, organisation, round, settingName, heldBy, gaps, route } = told;
  const score = overallInFigures(result);
  const stage = stageInWords(framework, result);
  const { safeguards, untold } = toldResult(framework, setting, result, told);
  const secured = safeguards.filter((safeguard) => safeguard.secured).length;
  const controlled = controlledIn(framework, result);
  const held = firstFew(heldBy, NAMED);
  const whose =
    organisationWord(framework) === "trust"
      ? `${settingName.toLowerCase()} services at ${organisation.name} are`
      : `${organisation.name} is`;
  return [
    ...(controlled ? [controlledInWords(controlled)] : []),
    `In ${round}, ${whose} at stage ${stage}, with an overall score of ${score} out of 5. ${distanceInWords(framework, result)}.`,
    `${secured} of ${safeguards.length} safeguards are at level 3 or above.${untold > 0 ? ` ${untoldInWords(untold, "public")}.` : ""}`,
    ...held.named.map((reason) => `${reason}.`),
    ...(held.more > 0
      ? [
          `${held.more} more ${held.more === 1 ? "condition is" : "conditions are"} not met; all are listed below.`,
        ]
      : []),
    gapsInWords(gaps),
    ...(route === null ? [] : [routeInWords(route)]),
    ...(told.plan && told.plan.actions.length > 0
      ? [`In the plan for these services, ${progressInWords(told.plan.summary)}.`]
      : []),
    `${completenessInWords(told.sureness)}. ${notKnownInWords(told.sureness)}.`,
  ];
}

function gapsInWords(gaps: readonly GapSection[]): string {
  const counts = gaps.map(({ name, items, hidden }) => `${name}: ${items.length + hidden}`);
  return `Gaps to target: ${counts.join("; ")}.`;
}

function routeInWords(route: ReportRoute): string {
  if (!route.found) return `Nothing reaches ${route.goal}.`;
  const { cost, raises } = route.route;
  const what = `${raises.length} ${raises.length === 1 ? "capability" : "capabilities"}`;
  return `The shortest way to ${route.goal} by effort raises ${what}, for ${pointsInWords(cost)} of effort.`;
}
