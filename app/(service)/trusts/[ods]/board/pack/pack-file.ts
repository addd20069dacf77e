import { noteExport } from "@/lib/data/exports";
import { fileToKeep } from "@/lib/http/file-to-keep";
import type { BoardPack } from "@/lib/report/board-pack";
import { boardPackDeck } from "@/lib/report/board-pack-deck";
import { boardPackPaper } from "@/lib/report/board-pack-paper";
import { powerPointOf } from "@/lib/report/deck-powerpoint";
import { packFileName, type PackFormat } from "@/lib/report/file-name";
import { pdfOf } from "@/lib/report/paper-pdf";
import { wordOf } from "@/lib/report/paper-word";
import type { LoadedPack } from "./load-pack";

const writers: Readonly<Record<PackFormat, (pack: BoardPack) => Promise<Buffer>>> = {
  docx: (pack) => wordOf(boardPackPaper(pack)),
  pdf: (pack) => pdfOf(boardPackPaper(pack)),
  pptx: (pack) => powerPointOf(boardPackDeck(pack)),
};

/**
 * A board pack as a file to keep: written, noted in the audit record, and never held by a cache. Null where it is not the
 * person's to take.
 */
export async function packFile(
  { user, trust, pack }: LoadedPack,
  format: PackFormat,
): Promise<Response | null> {
  const [section] = pack.report.sections;
  if (!section) return null;
  const file = await writers[format](pack);
  const { audience, madeOn } = pack.report;
  const { assessmentId, snapshotId, round } = section.panel.latest;
  const name = packFileName({ odsCode: trust.odsCode, audience, round, on: madeOn }, format);
  const noted = await noteExport(user, {
    organisationId: trust.id,
    kind: "board_pack",
    assessmentId,
    setting: null,
    format,
    snapshotId,
    audience,
    sensitive: pack.namesSensitive,
    file: name,
  });
  return noted ? fileToKeep(file, name, format) : null;
}
