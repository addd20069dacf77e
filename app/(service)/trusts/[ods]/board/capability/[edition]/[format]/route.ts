import { guardedRoute } from "@/lib/auth/guarded-route";
import { notFound } from "@/lib/auth/not-found";
import { noteExport } from "@/lib/data/exports";
import { fileToKeep } from "@/lib/http/file-to-keep";
import { extractFileName, type ExtractFormat, extractFormats } from "@/lib/report/file-name";
import type { Paper } from "@/lib/report/paper";
import { pdfOf } from "@/lib/report/paper-pdf";
import { wordOf } from "@/lib/report/paper-word";
import { extractPaper } from "@/lib/report/provider-extract-paper";
import { loadExtract } from "../load-extract";

type Context = { params: Promise<{ ods: string; edition: string; format: string }> };

const writers: Readonly<Record<ExtractFormat, (paper: Paper) => Promise<Buffer>>> = {
  docx: wordOf,
  pdf: pdfOf,
};

/** The extract by provider capability area as a file to keep: noted in the audit record, never held by a cache. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { ods, edition, format: asked } = await params;
  const format = extractFormats.find((each) => each === asked);
  if (!format) notFound();
  return guardedRoute("The file could not be made just now. Try again", async () => {
    const { user, trust, report, extract } = await loadExtract(ods, edition);
    const [section] = report.sections;
    if (!section) notFound();
    const file = await writers[format](extractPaper(extract));
    const { assessmentId, snapshotId, round } = section.panel.latest;
    const { audience, madeOn: on } = extract;
    const name = extractFileName({ odsCode: trust.odsCode, audience, round, on }, format);
    const noted = await noteExport(user, {
      organisationId: trust.id,
      kind: "provider_extract",
      assessmentId,
      setting: null,
      format,
      snapshotId,
      audience,
      sensitive: extract.namesSensitive,
      file: name,
    });
    if (!noted) notFound();
    return fileToKeep(file, name, format);
  });
}
