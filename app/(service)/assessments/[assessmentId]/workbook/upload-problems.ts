import { documentRefusals } from "@/lib/exchange/filled-document";
import { filledRefusals } from "@/lib/exchange/read-answer-workbook";
import { workbookRefusals } from "@/lib/exchange/read-workbook";

const problems: Readonly<Record<string, string>> = {
  ...workbookRefusals,
  ...filledRefusals,
  ...documentRefusals,
  none: "Choose the workbook you filled in",
  files: "Choose one file",
  slow: "The file took too long to arrive. Try again on a better connection",
  unread: "The file could not be read. Choose it again",
  locked: "This round is closed, so its answers can be taken out but not changed",
};

/** What went wrong with an upload, in words, by the name that its address carries; nothing where that is none of ours. */
export function uploadProblem(named: string | string[] | undefined): string | undefined {
  return typeof named === "string" && Object.hasOwn(problems, named) ? problems[named] : undefined;
}
