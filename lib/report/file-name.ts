import { isoDate } from "./dates";
import type { Audience } from "./unnamed";

/** What a gap report's file is called after. */
export type ReportFile = {
  odsCode: string;
  setting: string;
  round: string;
  signedOff: boolean;
  /** The day it was made. */
  on: Date;
};

/** What a board pack's file is called after. */
export type PackFile = { odsCode: string; audience: Audience; round: string; on: Date };

/** The formats that a gap report is written in, as their files end. */
export const reportFormats = ["csv", "docx", "pdf", "xlsx"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export function isReportFormat(text: string): text is ReportFormat {
  return (reportFormats as readonly string[]).includes(text);
}

/** The formats that a board pack is written in. */
export const packFormats = ["docx", "pdf", "pptx"] as const;
export type PackFormat = (typeof packFormats)[number];

/** The formats that the extract by provider capability area is written in. */
export const extractFormats = ["docx", "pdf"] as const;
export type ExtractFormat = (typeof extractFormats)[number];

/** What a file of each format is sent as. */
export const contentTypes: Readonly<Record<ReportFormat | PackFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A file name people can find again, "gap-report-ZZA-acute-2026-27-not-signed-off-2026-11-22.xlsx". */
export function reportFileName(
  file: ReportFile,
  extension: ReportFormat,
  what: "gap-report" | "dma-preparation" = "gap-report",
): string {
  const { odsCode, setting, round, signedOff, on } = file;
  const standing = signedOff ? "signed-off" : "not-signed-off";
  return named([what, odsCode.toUpperCase(), setting, round, standing, isoDate(on)], extension);
}

/** The same for a board pack, "board-pack-ZZA-public-2026-27-2026-11-22.pptx". */
export function packFileName({ odsCode, audience, round, on }: PackFile, extension: PackFormat): string {
  return named(["board-pack", odsCode.toUpperCase(), audience, round, isoDate(on)], extension);
}

/** The extract for the yearly self-assessment, "provider-capability-ZZA-public-2026-27-2026-11-22.pdf". */
export function extractFileName(
  { odsCode, audience, round, on }: PackFile,
  extension: ExtractFormat,
): string {
  return named(["provider-capability", odsCode.toUpperCase(), audience, round, isoDate(on)], extension);
}

/** A consultant's clients side by side, "clients-side-by-side-2026-11-22.xlsx". */
export function sideBySideFileName(on: Date): string {
  return named(["clients-side-by-side", isoDate(on)], "xlsx");
}

/** What the answers of a round are called as a file, "answers-ZZA-2026-27-2026-11-22.xlsx". */
export function answersFileName(
  file: { odsCode: string; round: string; setting?: string; on: Date },
  extension: string,
): string {
  const setting = file.setting === undefined ? [] : [file.setting];
  return named(["answers", file.odsCode.toUpperCase(), ...setting, file.round, isoDate(file.on)], extension);
}

/** What all that an organisation has is called, "everything-ZZA-2026-11-22.zip"; as tables "everything-ZZA-csv-…". */
export function everythingFileName(file: { odsCode: string; format: "json" | "csv"; on: Date }): string {
  const format = file.format === "csv" ? [file.format] : [];
  return named(["everything", file.odsCode.toUpperCase(), ...format, isoDate(file.on)], "zip");
}

/** Letters, digits and hyphens alone, so that it needs no quoting anywhere. */
function named(parts: readonly string[], extension: string): string {
  return `${parts.map((part) => part.replace(/[^A-Za-z0-9]+/g, "-")).join("-")}.${extension}`;
}
