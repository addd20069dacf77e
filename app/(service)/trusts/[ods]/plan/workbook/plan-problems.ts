import { planRefusals } from "@/lib/exchange/read-plan-workbook";
import { workbookRefusals } from "@/lib/exchange/read-workbook";

const problems: Readonly<Record<string, string>> = {
  ...workbookRefusals,
  ...planRefusals,
  none: "Choose the workbook of the plan",
  files: "Choose one file",
  slow: "The file took too long to arrive. Try again on a better connection",
  unread: "The file could not be read. Choose it again",
  no_round: "Start a round first: actions are about what its questions ask",
};

/** What went wrong with an upload, in words, by the name that its address carries; nothing where that is none of ours. */
export function planProblem(named: string | string[] | undefined): string | undefined {
  return typeof named === "string" && Object.hasOwn(problems, named) ? problems[named] : undefined;
}
