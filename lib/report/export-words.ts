import { careSettingNames } from "@/lib/framework/setting-names";
import type { CareSetting } from "@/lib/framework/schema";
import { actionInWords } from "./event-words";

/** The files that a trust's people take out of the service; the record names each "report.exported" and so on. */
export type ExportKind = "report" | "board_pack" | "workbook" | "dma_preparation";

const kindNames: Readonly<Record<ExportKind, string>> = {
  report: "Gap report",
  board_pack: "Board pack",
  workbook: "Answers",
  dma_preparation: "Preparation for the DMA",
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

/** What was taken out: "Gap report, Acute, 2026/27". */
export function exportInWords({ action, round, detail }: Told): string {
  const kind = action.replace(/\.exported$/, "");
  const setting = careSettingNames[detail.setting as CareSetting] as string | undefined;
  const name = isKind(kind) ? kindNames[kind] : actionInWords(kind);
  return [name, setting, round].filter(Boolean).join(", ");
}

/** The program a file is for: "Excel"; empty where the record does not say. */
export function formatInWords({ detail: { format } }: Told): string {
  if (typeof format !== "string") return "";
  return formatNames[format] ?? format;
}

/** Whether a file held draft figures or named sensitive capabilities, as far as the record says. */
export function standingOfExport({ detail }: Told): string {
  const said = [
    ...("snapshot" in detail ? [detail.snapshot === null ? "Not signed off" : "Signed off"] : []),
    ...(detail.sensitive === true ? ["names sensitive capabilities"] : []),
  ];
  return said.join(", ");
}

function isKind(kind: string): kind is ExportKind {
  return Object.hasOwn(kindNames, kind);
}
