import { likeness } from "@/lib/framework/content-rules/likeness";
import { appliesIn, capabilitiesOf } from "@/lib/framework/find";
import type { Capability, CareSetting, Criterion, Framework, Level } from "@/lib/framework/schema";
import { textIn } from "@/lib/framework/wording";

/** What answering a framework for the first time asks of an organisation, in one care setting. */
export type Burden = {
  /** Criteria that apply. */
  criteria: number;
  /** Criteria judged by an organisation of average maturity, who stops after the level it does not reach. */
  judged: number;
  /** How many of those judged are figures somebody has to look up or count. */
  figures: number;
  /** Person-hours to answer, the search for evidence included; without assigning, chasing and review. */
  hours: number;
};

/**
 * The share of capabilities at which a level is judged: those held and the one after. From 10% of capabilities at
 * level 1, 45% at 2, 35% at 3 and 10% at 4, a mean of 2.45 (England's trusts in 2025: 2.46).
 */
const JUDGED: Readonly<Record<Level, number>> = { 1: 0, 2: 1, 3: 0.9, 4: 0.45, 5: 0.1 };

/** Estimated minutes for one criterion; nobody has measured them yet. */
const MINUTES = { fact: 4, figure: 10, sameFigure: 1 };

const A_SHARE = /\d%|\b(a third|half) of\b/;
/** From this share of words in common, a share at level 3 is read off the figure counted for level 2. */
const SAME_FIGURE = 0.7;

/** The burden of a first round in a care setting, by the rule that docs/content-review.md explains. */
export function burdenOf(framework: Framework, setting: CareSetting): Burden {
  const judged = capabilitiesOf(framework)
    .filter((capability) => appliesIn(capability, setting))
    .flatMap((capability) =>
      capability.levels.flatMap(({ level, criteria }) =>
        criteria
          .filter((criterion) => appliesIn(criterion, setting))
          .map((criterion) => ({
            share: JUDGED[level],
            kind: kindOf(capability, level, criterion, setting),
          })),
      ),
    );
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    criteria: judged.length,
    judged: sum(judged.map(({ share }) => share)),
    figures: sum(judged.map(({ share, kind }) => (kind === "figure" ? share : 0))),
    hours: sum(judged.map(({ share, kind }) => share * MINUTES[kind])) / 60,
  };
}

function kindOf(
  capability: Capability,
  level: Level,
  criterion: Criterion,
  setting: CareSetting,
): keyof typeof MINUTES {
  const text = textIn(criterion, setting);
  if (!A_SHARE.test(text)) return "fact";
  const counted = capability.levels
    .filter((below) => level === 3 && below.level === 2)
    .flatMap(({ criteria }) => criteria.filter((one) => appliesIn(one, setting)))
    .map((one) => textIn(one, setting))
    .filter((one) => A_SHARE.test(one));
  return counted.some((one) => likeness(one, text) >= SAME_FIGURE) ? "sameFigure" : "figure";
}
