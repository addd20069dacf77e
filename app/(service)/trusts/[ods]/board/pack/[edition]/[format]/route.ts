import { notFound } from "next/navigation";
import { guardedRoute } from "@/lib/auth/guarded-route";
import { noteExport } from "@/lib/data/exports";
import { fileToKeep } from "@/lib/http/file-to-keep";
import type { BoardPack } from "@/lib/report/board-pack";
import { boardPackDeck } from "@/lib/report/board-pack-deck";
import { boardPackPaper } from "@/lib/report/board-pack-paper";
import { powerPointOf } from "@/lib/report/deck-powerpoint";
import { packFileName, type PackFormat, packFormats } from "@/lib/report/file-name";
import { pdfOf } from "@/lib/report/paper-pdf";
import { wordOf } from "@/lib/report/paper-word";
import { loadPack } from "../../load-pack";

type Context = { params: Promise<{ ods: string; edition: string; format: string }> };

const writers: Readonly<Record<PackFormat, (pack: BoardPack) => Promise<Buffer>>> = {
  docx: (pack) => wordOf(boardPackPaper(pack)),
  pdf: (pack) => pdfOf(boardPackPaper(pack)),
  pptx: (pack) => powerPointOf(boardPackDeck(pack)),
};

/** A board pack as a file to keep: written, noted in the audit record, and never held by a cache. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { ods, edition, format: asked } = await params;
  const format = packFormats.find((each) => each === asked);
  if (!format) notFound();
  return guardedRoute("The pack could not be made just now. Try again", async () => {
    const { user, trust, pack } = await loadPack(ods, edition);
    const [section] = pack.report.sections;
    if (!section) notFound();
    const file = await writers[format](pack);
    const { audience, madeOn } = pack.report;
    const { assessmentId, snapshotId, round } = section.panel.latest;
    const name = packFileName({ odsCode: trust.odsCode, audience, round, on: madeOn }, format);
    const noted = await noteExport(user, {
      ...{ organisationId: trust.id, kind: "board_pack", assessmentId, setting: null, format, snapshotId },
      ...{ sensitive: pack.namesSensitive, file: name },
    });
    if (!noted) notFound();
    return fileToKeep(file, name, format);
  });
}
