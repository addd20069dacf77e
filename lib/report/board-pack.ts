import type { PlanSummary } from "@/lib/plan/plan-summary";
import type { BoardReport } from "./board-report";
import { type FrontSheet, recommendationsOf } from "./front-sheet";
import { type MessageRule, messageRules } from "./key-messages";
import { markingInWords } from "./marking";

/** What a board pack is made from: the dashboard's own report, the plan and the front sheet. */
export type BoardPackSource = {
  sheet: FrontSheet;
  report: BoardReport;
  /** Null for who may not see the plan. */
  plan: PlanSummary | null;
  /** True where the report names sensitive capabilities. */
  namesSensitive: boolean;
};

/** A board pack: the one model that its PDF, its Word file, its slides and its page are made from. */
export type BoardPack = {
  title: string;
  /** What it is about, in a sentence. */
  subject: string;
  /** What stands at the head of every page. */
  marking: string;
  sheet: FrontSheet;
  /** What the board is asked to do: as it was typed, else what the results ask for. */
  recommendations: string[];
  /** At most five for the whole trust, the answer first. */
  messages: string[];
  report: BoardReport;
  /** Null where there is none to show. */
  plan: PlanSummary | null;
  /** True where it names sensitive capabilities. */
  namesSensitive: boolean;
};

/** Puts a board pack together. Every figure is the report's or the plan's; nothing is worked out anew here. */
export function boardPack({ sheet, report, plan, namesSensitive }: BoardPackSource): BoardPack {
  const isPublic = report.audience === "public";
  const typed = recommendationsOf(sheet);
  return {
    title: sheet.title,
    subject: `${report.organisation.name}: where it stands and what its board is asked to do`,
    marking: isPublic
      ? "For the public session of the board"
      : markingInWords("private_session", { signedOff: true, sensitive: namesSensitive }),
    sheet,
    recommendations: typed.length > 0 ? typed : asksOf(report),
    messages: frontMessages(report),
    report,
    plan: plan && (plan.phases.length > 0 || plan.hidden > 0) ? plan : null,
    namesSensitive,
  };
}

/**
 * One care setting after the other, each whole: a board that reads of two must not lose the direction of the second.
 * Of one the five messages; of two the stage with its direction, then the safeguards; of more, one message each of all
 * three. So there are at most five, as long as a trust has no more than five care settings.
 */
function frontMessages({ sections }: BoardReport): string[] {
  const together = inOne[Math.min(sections.length, inOne.length - 1)] ?? [];
  return sections.flatMap(({ panel, messages }) =>
    together.map((rules) => {
      const texts = rules.flatMap((rule) =>
        messages.filter((message) => message.rule === rule).map(({ text }) => text),
      );
      return ofSetting(sections.length, panel.name, texts.join(" "));
    }),
  );
}

/** Which rules stand in one message, by how many care settings there are: none, one, two, more. */
const inOne: readonly (readonly (readonly MessageRule[])[])[] = [
  [],
  messageRules.map((rule) => [rule]),
  [["position", "direction"], ["safeguards"]],
  [["position", "safeguards", "direction"]],
];

function asksOf({ sections }: BoardReport): string[] {
  const all = sections.flatMap(({ panel }) =>
    panel.ask.map((ask) => ofSetting(sections.length, panel.name, ask)),
  );
  return [...new Set(all)];
}

/** Where a trust has several care settings, a sentence about one of them says which, unless it begins with it. */
function ofSetting(settings: number, name: string, text: string): string {
  return settings === 1 || text.startsWith(name) ? text : `${name}: ${text}`;
}
