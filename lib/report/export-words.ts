import { careSettingNames } from "@/lib/framework/setting-names";
import type { CareSetting } from "@/lib/framework/schema";
import { actionInWords } from "./event-words";
import type { Audience } from "./unnamed";

/** The files that a trust's people take out of the service; the record names each "report.exported" and so on. */
export type ExportKind =
  | "report"
  | "board_pack"
  | "provider_extract"
  | "side_by_side"
  | "workbook"
  | "dma_preparation"
  | "organisation";

const kindNames: Readonly<Record<ExportKind | "audit", string>> = {
  audit: "Audit record",
  report: "Gap report",
  board_pack: "Board pack",
  provider_extract: "Provider capability areas",
  side_by_side: "Clients side by side",
  workbook: "Answers",
  dma_preparation: "Preparation for the DMA",
  organisation: "Everything the organisation has here",
};

const formatNames: Readonly<Record<string, string>> = {
  csv: "CSV",
  docx: "Word",
  json: "JSON",
  pdf: "PDF",
  pptx: "PowerPoint",
  xlsx: "Excel",
};

type Told = { action: string; round: string | null; detail: Readonly<Record<string, unknown>> };

const sessionNames: Readonly<Record<Audience, string>> = {
  private: " for the private session",
  public: " for the public session",
};

/** What was taken out: "Gap report, Acute, 2026/27", "Board pack for the public session, 2026/27", "Answers to 3 questions, 2026/27". */
export function exportInWords({ action, round, detail }: Told): string {
  const kind = action.replace(/\.exported$/, "");
  const setting = careSettingNames[detail.setting as CareSetting] as string | undefined;
  const session = sessionNames[detail.audience as Audience] as string | undefined;
  const name = (isKind(kind) ? kindNames[kind] : actionInWords(kind)) + (session ?? partOf(detail));
  return [name, setting, round].filter(Boolean).join(", ");
}

/** " to 3 questions" of a workbook that had not all of them; empty for all else. */
function partOf({ questions }: Told["detail"]): string {
  if (typeof questions !== "number") return "";
  return questions === 1 ? " to 1 question" : ` to ${questions} questions`;
}

/** Who else was in a file, "With Saltmarsh Community NHS Trust and 1 that is not named"; empty for nobody. */
export function besideInWords(beside: { names: readonly string[]; unnamed: number } | null): string {
  if (!beside) return "";
  const { names, unnamed } = beside;
  const others =
    unnamed === 0 ? [] : [unnamed === 1 ? "1 that is not named" : `${unnamed} that are not named`];
  return `With ${new Intl.ListFormat("en-GB").format([...names, ...others])}`;
}

/** The program a file is for: "Excel"; empty where the record does not say. */
export function formatInWords({ detail: { format } }: Told): string {
  if (typeof format !== "string") return "";
  return formatNames[format] ?? format;
}

/** Whether a file held draft figures or named sensitive capabilities, as far as the record says. */
export function standingOfExport({ detail }: Told): string {
  const standing = "snapshot" in detail ? (detail.snapshot === null ? "Not signed off" : "Signed off") : "";
  if (detail.sensitive !== true) return standing;
  return standing === "" ? "Names sensitive capabilities" : `${standing}, names sensitive capabilities`;
}

function isKind(kind: string): kind is keyof typeof kindNames {
  return Object.hasOwn(kindNames, kind);
}
