import { requireUser } from "@/lib/auth/current-user";
import { guardedRoute } from "@/lib/auth/guarded-route";
import { notFound } from "@/lib/auth/not-found";
import { noteExport } from "@/lib/data/exports";
import { answersWorkbook } from "@/lib/data/upload-answers";
import { answersFileName } from "@/lib/report/file-name";

type Context = { params: Promise<{ assessmentId: string }> };

/** The answers of a round, or to whose questions they are, as a workbook to fill in. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { assessmentId } = await params;
  return guardedRoute("The workbook could not be made just now. Try again", async () => {
    const user = await requireUser();
    const now = new Date();
    const made = await answersWorkbook(user, assessmentId, now);
    if (!made) notFound();
    const { organisationId, organisation, round } = made.work.assessment;
    const file = answersFileName({ odsCode: organisation.odsCode, round, on: now }, "xlsx");
    const noted = await noteExport(user, {
      organisationId,
      kind: "workbook",
      assessmentId,
      format: "xlsx",
      setting: null,
      file,
      snapshotId: null,
      sensitive: made.work.tasks.some(({ capability }) => capability.sensitive),
    });
    if (!noted) notFound();
    return new Response(new Uint8Array(made.file), {
      headers: {
        "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "content-disposition": `attachment; filename="${file}"`,
        "cache-control": "private, no-store",
      },
    });
  });
}
