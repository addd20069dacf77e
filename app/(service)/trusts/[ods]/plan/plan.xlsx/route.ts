import { guardedRoute } from "@/lib/auth/guarded-route";
import { notFound } from "@/lib/auth/not-found";
import { notePlanExport } from "@/lib/data/plan-export";
import { planSheets } from "@/lib/report/plan-sheets";
import { workbookOf } from "@/lib/report/report-workbook";
import { loadPlan } from "../load-plan";

type Context = { params: Promise<{ ods: string }> };

/** The plan as an Excel file, as far as its reader may see it. That it was taken out is on record. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return guardedRoute("The plan could not be written just now. Try again", async () => {
    const { user, trust, plan, today, seesAll } = await loadPlan((await params).ods);
    if (!seesAll) notFound();
    const file = `plan-${trust.odsCode}-${today}.xlsx`;
    const workbook = await workbookOf(planSheets(plan.actions));
    if (!(await notePlanExport(user, trust.id, { format: "xlsx", file }))) notFound();
    return new Response(new Uint8Array(workbook), {
      headers: {
        "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "content-disposition": `attachment; filename="${file}"`,
        "cache-control": "private, no-store",
      },
    });
  });
}
