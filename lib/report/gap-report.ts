import type { Confidence } from "@/lib/assessment/stored-answer";
import type { AssessmentState } from "@/lib/assessment/states";
import type { LinkedEvidence } from "@/lib/assessment/evidence";
import { capabilitiesOf, criteriaIn } from "@/lib/framework/find";
import type { CareSetting, Framework, Level } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { textIn } from "@/lib/framework/wording";
import type { SummaryAction } from "@/lib/plan/plan-summary";
import { DEFAULT_TARGET } from "@/lib/scoring/gaps";
import type { Result } from "@/lib/scoring/result";
import {
  findingsOf,
  type DimensionFindings,
  type Finding,
  type FoundState,
  type LeftAside,
  type Standing,
} from "./findings";
import type { Picture } from "./drawing-picture";
import { gapSections, type GapItem, type GapSection } from "./gap-sections";
import { markingInWords } from "./marking";
import { pillarsOf, type Pillar } from "./pillars";
import { type ReportChoice, type ReportPart, WHOLE_REPORT } from "./report-choice";
import { evidenceByCapability } from "./report-evidence";
import { reportMethod } from "./report-method";
import { type KnownPlan, type ReportPlan, reportPlan } from "./report-plan";
import { reportRoute, type ReportRoute } from "./report-route";
import { summaryOf } from "./report-summary";
import type { ServingAnswers } from "./serving-answers";
import { heldByInWords, orNotTold, withoutSensitive } from "./stage-words";
import { toldResult } from "./told-result";
import { standingInWords, type SignedBy } from "./status-words";
import { surenessOf, type Sureness } from "./sureness";
import { targetsIn, type HeldTarget, type SetTarget } from "./targets";

/** Who prepares a report for a trust, with a logo where there is one. */
export type Preparer = { name: string; logo: Picture | null };

/** What a gap report is made from. */
export type GapReportSource = Standing & {
  organisation: { odsCode: string; name: string };
  round: string;
  state: AssessmentState;
  signedOff: SignedBy | null;
  engineVersion: string;
  /** When the report is made. */
  madeOn: Date;
  /** Whose name and logo stand on it; left out where the trust makes it itself. */
  preparer?: Preparer | null;
  targets: readonly SetTarget[];
  /** The stored answers, for their notes and confidence; null for who may not read answers. */
  serving: ServingAnswers | null;
  /** What is linked to the answers; left out for who may not read them. */
  evidence?: readonly LinkedEvidence[];
  /** The trust's plan; left out for who may not see it. */
  plan?: KnownPlan | null;
  showSensitive: boolean;
  /** What of it is wanted; all of it where nothing was chosen. */
  choice?: ReportChoice;
};

/** A gap with its place: in which list, and as the how many-th. */
export type PlacedGap = GapItem & { list: string; place: number };

/** A capability in the report: where it stands, where it should be and what that makes it worth. */
export type ReportFinding = Finding & {
  target: Level;
  /** Null where the default target holds. */
  setTarget: HeldTarget | null;
  /** Null where there is no gap. */
  priority: PlacedGap | null;
  /** What the register of evidence has for or against it, in words. */
  evidence: readonly string[];
  /** The actions of the plan that will meet criteria of it. */
  actions: readonly SummaryAction[];
  answer: ReportAnswer;
};

/** One criterion in the appendix. */
export type AnsweredCriterion = { id: string; level: Level; text: string; state: FoundState };

/** One answer in the appendix. Note and confidence are empty for who may not read answers. */
export type ReportAnswer = {
  /** Number and name of the capability; and its number alone. */
  title: string;
  number: string;
  notApplicable: string | null;
  note: string;
  confidence: Confidence | null;
  criteria: AnsweredCriterion[];
};

export type ReportDimension = Omit<DimensionFindings, "findings"> & {
  findings: ReportFinding[];
  /** Of every capability that is shown, those that do not apply included. */
  answers: ReportAnswer[];
};

/** The gap report of one care setting: the one model that its page and all its files are made from. */
export type GapReport = {
  title: string;
  organisation: { odsCode: string; name: string };
  setting: { id: CareSetting; name: string };
  round: string;
  framework: Framework;
  engineVersion: string;
  madeOn: Date;
  preparer: Preparer | null;
  signedOff: SignedBy | null;
  /** Whether the figures can be relied on, in a sentence. */
  status: string;
  /** The parts that were asked for; who writes it out leaves out the others. */
  parts: ReadonlySet<ReportPart>;
  /** What stands at the head of every page. */
  marking: string;
  /** True where it names sensitive capabilities. */
  namesSensitive: boolean;
  result: Result;
  /** The executive summary, a sentence each. */
  summary: string[];
  heldBy: string[];
  dimensions: ReportDimension[];
  pillars: Pillar[];
  gaps: GapSection[];
  /** Null at the highest stage. */
  route: ReportRoute | null;
  /** Null for who may not see the plan. */
  plan: ReportPlan | null;
  sureness: Sureness;
  /** Sensitive capabilities that this copy leaves out. */
  leftOut: number;
  method: string[];
};

/** What a gap report is called, before it is made. */
export function gapReportTitle({
  organisation,
  framework,
  setting,
  round,
}: Pick<GapReportSource, "organisation" | "framework" | "setting" | "round">): string {
  return `Gap report: ${organisation.name}, ${settingName(framework, setting)}, ${round}`;
}

/** Puts a gap report together. Everything that counts comes from the engine; nothing is worked out anew here. */
export function gapReport({ choice = WHOLE_REPORT, ...whole }: GapReportSource): GapReport {
  const showSensitive = whole.showSensitive && choice.sensitive;
  const source = {
    ...whole,
    showSensitive,
    result: toldResult(whole.framework, whole.setting, whole.result, { showSensitive }).result,
    serving: choice.notes ? whole.serving : withoutNotes(whole.serving),
  };
  const { framework, setting, result, organisation, round, state, signedOff, serving } = source;
  const { targets } = source;
  const name = settingName(framework, setting);
  const gaps = gapSections(source, targets, { showSensitive });
  const route = reportRoute(source, { showSensitive });
  const plan = reportPlan({ ...source, plan: source.plan ?? null });
  const sureness = surenessOf(source, serving);
  const reasons = heldByInWords(framework, setting, result);
  const told = (showSensitive ? reasons : withoutSensitive(reasons)).map(({ text }) => text);
  const heldBy = orNotTold(framework, result, told);
  const dimensions = reportDimensions(source, gaps, plan);
  const parts = new Set([...choice.parts].filter((part) => part !== "plan" || plan !== null));
  const namesSensitive = dimensions.some(({ findings, notApplicable }) =>
    [...findings, ...notApplicable].some(({ capability }) => capability.sensitive),
  );
  return {
    title: gapReportTitle(source),
    organisation,
    setting: { id: setting, name },
    round,
    framework,
    engineVersion: source.engineVersion,
    madeOn: source.madeOn,
    preparer: source.preparer ?? null,
    signedOff,
    status: standingInWords(state, result, sureness, signedOff),
    parts,
    marking: markingInWords(choice.marking, { signedOff: signedOff !== null, sensitive: namesSensitive }),
    namesSensitive,
    result,
    summary: summaryOf({ ...source, settingName: name, heldBy, gaps, route, plan, sureness }),
    heldBy,
    dimensions,
    pillars: pillarsOf(framework, result),
    gaps,
    route,
    plan,
    sureness,
    leftOut: dimensions.reduce((sum, { hidden }) => sum + hidden, 0),
    method: reportMethod(framework),
  };
}

/** The answers with their confidence and without what was written beside them. */
function withoutNotes(serving: ServingAnswers | null): ServingAnswers | null {
  return serving && new Map([...serving].map(([id, answer]) => [id, { ...answer, note: "" }]));
}

function reportDimensions(
  source: GapReportSource,
  gaps: readonly GapSection[],
  plan: ReportPlan | null,
): ReportDimension[] {
  const { framework, setting, serving, madeOn, evidence = [] } = source;
  const shown = evidenceByCapability(setting, capabilitiesOf(framework), { evidence, serving, madeOn });
  const held = targetsIn(setting, source.targets);
  const placed = new Map<string, PlacedGap>();
  for (const { name, items } of gaps) {
    items.forEach((item, index) => placed.set(item.capability.id, { ...item, list: name, place: index + 1 }));
  }
  return findingsOf(source, source).map((dimension) => {
    const findings = dimension.findings.map((finding) => ({
      ...finding,
      target: held.get(finding.capability.id)?.level ?? DEFAULT_TARGET,
      setTarget: held.get(finding.capability.id) ?? null,
      priority: placed.get(finding.capability.id) ?? null,
      evidence: shown.get(finding.capability.id) ?? [],
      actions: plan?.byCapability.get(finding.capability.id) ?? [],
      answer: answerOf(source, finding),
    }));
    const aside = dimension.notApplicable.map((shown) => answerOf(source, shown));
    return { ...dimension, findings, answers: [...findings.map(({ answer }) => answer), ...aside] };
  });
}

function answerOf({ setting, answers, serving }: GapReportSource, shown: Finding | LeftAside): ReportAnswer {
  const { capability, title } = shown;
  const stored = serving?.get(capability.id);
  const states = answers.get(capability.id)?.criteria ?? {};
  const notApplicable = "reason" in shown ? shown.reason : null;
  return {
    title,
    number: capability.number,
    notApplicable,
    note: stored?.note ?? "",
    confidence: stored?.confidence ?? null,
    criteria:
      notApplicable === null
        ? criteriaIn(capability, [setting]).flatMap(({ level, criteria }) =>
            criteria.map((criterion) => ({
              id: criterion.id,
              level,
              text: textIn(criterion, setting),
              state: states[criterion.id] ?? ("undecided" as const),
            })),
          )
        : [],
  };
}
