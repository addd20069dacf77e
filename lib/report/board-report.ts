import type { CareSetting } from "@/lib/framework/schema";
import { completenessInWords } from "./completeness";
import {
  type BehindResult,
  type BoardPanel,
  boardPanel,
  type BoardView,
  type SignedResult,
} from "./board-panel";
import type { PlanSummary } from "@/lib/plan/plan-summary";
import { type BoardPlan, boardPlan } from "./board-plan";
import { type BoardScores, boardScores } from "./board-scores";
import { dateInWords } from "./dates";
import type { GapItem } from "./gap-sections";
import { type KeyMessage, keyMessages, type MessageWording } from "./key-messages";
import { reportMethod } from "./report-method";
import { type KeptScore, movedBetween, scoreTrend, type TrendEntry } from "./score-trend";
import { sameAgain } from "./same-again";
import { BEING_REVISED, signedOffInWords } from "./status-words";
import { confidenceInWords, notKnownInWords } from "./sureness";
import { toldResult } from "./told-result";
import type { Audience } from "./unnamed";

/** What a board report of one care setting is made from. Newest results first; drafts never come in here. */
export type BoardSectionSource = {
  setting: CareSetting;
  results: readonly [SignedResult, ...SignedResult[]];
  /** Only for those who may see what is not signed off; the public never does. */
  checkpoints: readonly KeptScore[];
  behind: BehindResult;
  /** The newest round was opened again since. */
  beingRevised: boolean;
  /** How people worded the key messages for this audience; null where nobody did. */
  wording: MessageWording | null;
};

export type BoardReportSource = BoardView & {
  organisation: { odsCode: string; name: string };
  madeOn: Date;
  sections: readonly BoardSectionSource[];
  /** What the reader may see of the plan; null where that is nothing. */
  plan: PlanSummary | null;
};

/** A gap as a board reads it: what, where it is and where it should be. */
export type BoardGap = {
  id: string;
  title: string;
  list: string;
  /** Level now; left out for the public. */
  level: number | null;
  target: number;
  /** By when, where that was set. */
  by: Date | null;
};

/** One care setting of a board report: the front (`panel`), then what stands below it, in the order it is read. */
export type BoardSection = {
  panel: BoardPanel;
  /** Who signed it and when, or that it is being revised. */
  standing: string;
  messages: KeyMessage[];
  wording: MessageWording | null;
  scores: BoardScores;
  /** Newest first. Figures of different framework versions never stand beside each other without a break. */
  trend: TrendEntry[];
  /** What rose and fell since the round before; null for a first one. For the public as counts alone. */
  moved: { since: string; rose: string[]; fell: string[]; unnamed: number } | null;
  /** The most pressing gaps: safeguards below their target, then by value. */
  gaps: BoardGap[];
  /** Sensitive gaps that are not named. */
  hiddenGaps: number;
  /** Completeness, confidence, what is not known. */
  confidence: string[];
  method: string[];
};

/**
 * The whole of what a board is told about a trust: the dashboard, the printed page and every board pack are made from
 * it and from nothing else.
 */
export type BoardReport = {
  audience: Audience;
  title: string;
  organisation: { odsCode: string; name: string };
  madeOn: Date;
  sections: readonly BoardSection[];
  /** Null where there is no plan, or it is not for this reader to see. */
  plan: BoardPlan | null;
};

const GAPS = 5;

/** Puts a board report together. Every figure comes from what was signed off; nothing is worked out anew here. */
export function boardReport({ madeOn, ...source }: BoardReportSource): BoardReport {
  return { ...contents(source), madeOn };
}

/**
 * What it says, which comes from its source alone: put together once for all who may see the same of the same, since
 * it is looked at far more often than anything in it changes (decision 0044).
 */
const contents = sameAgain(contentsOf, 50);

function contentsOf(source: Omit<BoardReportSource, "madeOn">): Omit<BoardReport, "madeOn"> {
  const { audience, organisation } = source;
  // Whoever a public report is made by, it holds no more than the public may see.
  const view: BoardView = { audience, showSensitive: audience === "private" && source.showSensitive };
  const sections = source.sections.map((section) => boardSection(section, view));
  const title =
    audience === "public" ? `Digital maturity of ${organisation.name}` : `${organisation.name}: board view`;
  const frameworks = sections.map(({ panel }) => panel.latest.framework);
  const plan = source.plan && boardPlan(source.plan, frameworks, audience);
  return {
    audience,
    title,
    organisation,
    sections: Object.freeze(sections),
    plan: plan && Object.freeze(plan),
  };
}

function boardSection(source: BoardSectionSource, view: BoardView): BoardSection {
  const { setting, results, behind, wording } = source;
  const [latest] = results;
  const panel = boardPanel(setting, results, behind, view);
  const { sureness } = panel;
  const confidence = confidenceInWords(sureness);
  const told = (kept: KeptScore): KeptScore => ({
    ...kept,
    result: toldResult(kept.framework, setting, kept.result, view).result,
  });
  const checkpoints = view.audience === "public" ? [] : source.checkpoints;
  return {
    panel,
    standing: standingOf(source, view),
    messages: keyMessages(panel, wording),
    wording,
    scores: boardScores(setting, latest, view.audience),
    trend: scoreTrend(setting, [...results, ...checkpoints].map(told)),
    moved: movedIn(source, view),
    gaps: gapsIn(panel, view),
    hiddenGaps: panel.gaps.reduce((sum, { hidden }) => sum + hidden, 0),
    confidence: [
      completenessInWords(sureness),
      ...(confidence ? [`Confidence: ${confidence.toLowerCase()}`] : []),
      notKnownInWords(sureness),
    ],
    method: reportMethod(latest.framework),
  };
}

function standingOf(
  { results: [latest], beingRevised }: BoardSectionSource,
  { audience }: BoardView,
): string {
  const signed =
    audience === "public"
      ? `Signed off on ${dateInWords(latest.signedBy.at)}`
      : signedOffInWords(latest.signedBy);
  return beingRevised ? `${signed}. ${BEING_REVISED}` : signed;
}

function movedIn(
  { setting, results: [latest, before] }: BoardSectionSource,
  { audience, showSensitive }: BoardView,
): BoardSection["moved"] {
  if (!before) return null;
  const { rose, fell, hidden } = movedBetween(setting, before, latest, { showSensitive });
  if (audience === "public") {
    return { since: before.round, rose: [], fell: [], unnamed: rose.length + fell.length + hidden };
  }
  const told = ({ title, from, to }: { title: string; from: number; to: number }) =>
    `${title}: from ${from} to ${to}`;
  return { since: before.round, rose: rose.map(told), fell: fell.map(told), unnamed: hidden };
}

function gapsIn({ gaps }: BoardPanel, { audience }: BoardView): BoardGap[] {
  const named = (list: string) => gaps.find((section) => section.list === list);
  const must = named("mustDo");
  const others = ["doSoon", "planAndFund"].flatMap((list) => {
    const section = named(list);
    return section ? section.items.map((item) => ({ item, list: section.name })) : [];
  });
  const byValue = others.sort((one, other) => other.item.gap.value - one.item.gap.value);
  const first = must ? must.items.map((item) => ({ item, list: must.name })) : [];
  return [...first, ...byValue].slice(0, GAPS).map(({ item, list }) => boardGap(item, list, audience));
}

function boardGap(
  { capability, title, gap, setTarget }: GapItem,
  list: string,
  audience: Audience,
): BoardGap {
  const level = audience === "public" ? null : gap.level;
  return { id: capability.id, title, list, level, target: gap.target, by: setTarget?.by ?? null };
}
