import { guardedRoute } from "@/lib/auth/guarded-route";
import { notFound } from "@/lib/auth/not-found";
import { noteExport } from "@/lib/data/exports";
import { preparationSheets } from "@/lib/report/dma-preparation";
import { settingName } from "@/lib/framework/setting-names";
import { contentTypes, reportFileName } from "@/lib/report/file-name";
import { workbookOf } from "@/lib/report/report-workbook";
import { loadPreparation } from "../dma/load-preparation";

type Context = { params: Promise<{ assessmentId: string; setting: string }> };

/** Our answers, notes and evidence by the DMA's pillars, as an Excel file; noted in the audit record. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return guardedRoute("The file could not be made just now. Try again", async () => {
    const place = await params;
    const { loaded, pillars } = await loadPreparation(place.assessmentId, place.setting);
    const { user, assessment, setting, framework, signedOff, showSensitive } = loaded;
    const { id: assessmentId, organisationId, organisation, round } = assessment;
    const prepared = {
      organisation,
      setting: settingName(framework, setting),
      round,
      framework: `${framework.title}, ${framework.version}`,
      signedOff: signedOff !== null,
      sensitive: showSensitive,
      madeOn: new Date(),
    };
    const file = await workbookOf(preparationSheets(prepared, pillars));
    const about = { odsCode: organisation.odsCode, setting, round };
    const name = reportFileName(
      { ...about, signedOff: prepared.signedOff, on: prepared.madeOn },
      "xlsx",
      "dma-preparation",
    );
    const noted = await noteExport(user, {
      organisationId,
      kind: "dma_preparation",
      assessmentId,
      format: "xlsx",
      setting,
      file: name,
      snapshotId: signedOff?.id ?? null,
      sensitive: showSensitive,
    });
    if (!noted) notFound();
    return new Response(new Uint8Array(file), {
      headers: {
        "content-type": contentTypes.xlsx,
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "private, no-store",
      },
    });
  });
}
