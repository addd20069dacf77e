import { findCapability } from "@/lib/framework/find";
import { organisationWord } from "@/lib/framework/organisation-word";
import type { Capability, Framework, Level } from "@/lib/framework/schema";
import { DEFAULT_TARGET, gapLists, type Gap, type GapLists } from "@/lib/scoring/gaps";
import { longestLead, pointScale, pointsInWords } from "./effort-words";
import { adjustmentsOf, type GapView } from "./gap-view";
import { criteriaNamed, titleIn, type MissingCriterion, type Standing } from "./findings";
import { toldResult } from "./told-result";
import { targetsIn, type HeldTarget, type SetTarget } from "./targets";

/** A gap as it is read: the engine's figures with the words around them. */
export type GapItem = {
  gap: Gap;
  capability: Capability;
  title: string;
  /** What the trust says of it; null where nobody has. */
  view: GapView | null;
  /** The target that was set; null where the default holds. */
  setTarget: HeldTarget | null;
  /** What to meet up to the target, in ladder order. */
  criteria: (MissingCriterion & { level: Level })[];
  /** The longest lead time among them, in months. */
  months: number;
};

/** One of the three lists. */
export type GapSection = {
  list: keyof GapLists;
  name: string;
  /** What puts a gap here, in few words. */
  meaning: string;
  /** The same in points where it has them, and in which order the gaps stand. */
  rule: string;
  items: GapItem[];
  /** Sensitive gaps that this person may not see. */
  hidden: number;
};

const sections: Pick<GapSection, "list" | "name" | "meaning" | "rule">[] = [
  {
    list: "mustDo",
    name: "Must do",
    meaning: "a safeguard below its target",
    rule: "Safeguards below their target. Highest value first.",
  },
  {
    list: "doSoon",
    name: "Do soon",
    meaning: "little work",
    rule: "Work of up to 6 points of effort. Most value for the effort first.",
  },
  {
    list: "planAndFund",
    name: "Plan and fund",
    meaning: "larger work, which needs a plan and money",
    rule: "Larger work, which needs a plan and money. Highest value first.",
  },
];

/** How a gap gets its place, in plain words: for the page, the report and every export (design 3 §6). */
export function gapMethod(framework: Framework): string[] {
  return [
    `Gap = target level − level now. Where no target was set, the target is level ${DEFAULT_TARGET}.`,
    "Weight = (1 + gap)² − 1, so that one gap of three levels counts for more than three gaps of one level.",
    "Value = weight × importance × safeguard. Importance is 1, 2 or 3, as the framework states for each capability, or as was decided here with a reason. Safeguard is 1.5 for a safeguard below its target and 1 for anything else.",
    `Effort = the points of the criteria still to meet up to the target: ${pointScale(framework)}. These are defaults, not estimates for your ${organisationWord(framework)}, which may say otherwise with its reason.`,
    "What is not answered yet, or answered “not known”, counts as not met.",
  ];
}

/** The three lists of gaps, with what to do for each. Without `showSensitive` sensitive ones are only counted. */
export function gapSections(
  standing: Standing,
  targets: readonly SetTarget[],
  { showSensitive }: { showSensitive: boolean },
): GapSection[] {
  const { framework, setting, answers } = standing;
  const { untold } = toldResult(framework, setting, standing.result, { showSensitive });
  const held = targetsIn(setting, targets);
  const views = new Map((standing.gapViews ?? []).map((view) => [view.capabilityId, view]));
  const lists = gapLists(framework, setting, answers, held, adjustmentsOf(standing.gapViews ?? []));
  return sections.map((section) => {
    const all = lists[section.list].flatMap((gap): GapItem[] => {
      const capability = findCapability(framework, gap.capability);
      if (!capability) return [];
      const criteria = criteriaNamed(capability, setting, gap.missing, answers);
      const efforts = criteria.map(({ effort }) => effort);
      return [
        {
          gap,
          capability,
          title: titleIn(capability, setting),
          view: views.get(capability.id) ?? null,
          setTarget: held.get(capability.id) ?? null,
          criteria,
          months: longestLead(framework, efforts),
        },
      ];
    });
    const items = all.filter(({ capability }) => showSensitive || !capability.sensitive);
    // Safeguards that stand in no count stand in none here either.
    const hidden = untold > 0 && section.list === "mustDo" ? 0 : all.length - items.length;
    return { ...section, items, hidden };
  });
}

/** A gap's effort: "40 points", or "12 points, our own, in place of 40" where the trust said otherwise. */
export function gapEffortInWords({ effort, byDefault }: Gap): string {
  const own = byDefault.effort === null ? "" : `, our own, in place of ${byDefault.effort}`;
  return pointsInWords(effort) + own;
}

/** How a gap's value comes about, in figures: "weight 3 × importance 2 × safeguard 1.5". */
export function workingInFigures({ weight, importance, gateBoost, byDefault }: Gap): string {
  const own =
    byDefault.importance === null ? "" : ` (our own, in place of ${byDefault.importance} in the framework)`;
  return `weight ${weight} × importance ${importance}${own}${gateBoost === 1 ? "" : ` × safeguard ${gateBoost}`}`;
}
