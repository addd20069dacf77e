import { isoDate } from "./dates";

/** What a gap report's file is called after. */
export type ReportFile = {
  odsCode: string;
  setting: string;
  round: string;
  signedOff: boolean;
  /** The day it was made. */
  on: Date;
};

/** The formats that a gap report is written in, as their files end. */
export const reportFormats = ["csv", "docx", "pdf", "xlsx"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export function isReportFormat(text: string): text is ReportFormat {
  return (reportFormats as readonly string[]).includes(text);
}

/**
 * A file name people can find again, "gap-report-ZZA-acute-2026-27-not-signed-off-2026-11-22.xlsx": letters, digits
 * and hyphens alone, so that it needs no quoting anywhere.
 */
export function reportFileName(file: ReportFile, extension: ReportFormat): string {
  const parts = [
    "gap-report",
    file.odsCode.toUpperCase(),
    file.setting,
    file.round,
    file.signedOff ? "signed-off" : "not-signed-off",
    isoDate(file.on),
  ];
  return named(parts, extension);
}

/** What the answers of a round are called as a file, "answers-ZZA-2026-27-2026-11-22.xlsx". */
export function answersFileName(
  file: { odsCode: string; round: string; setting?: string; on: Date },
  extension: string,
): string {
  const setting = file.setting === undefined ? [] : [file.setting];
  return named(["answers", file.odsCode.toUpperCase(), ...setting, file.round, isoDate(file.on)], extension);
}

function named(parts: readonly string[], extension: string): string {
  return `${parts.map((part) => part.replace(/[^A-Za-z0-9]+/g, "-")).join("-")}.${extension}`;
}
