import { requireUser } from "@/lib/auth/current-user";
import { guardedRoute } from "@/lib/auth/guarded-route";
import { notFound } from "@/lib/auth/not-found";
import { noteSideBySide, sideBySideOf } from "@/lib/data/side-by-side";
import { fileToKeep } from "@/lib/http/file-to-keep";
import { sideBySideFileName } from "@/lib/report/file-name";
import { workbookOf } from "@/lib/report/report-workbook";
import { sideBySideSheets } from "@/lib/report/side-by-side";

/** A consultant's clients side by side as an Excel file: each of them agreed to it, and reads that it was taken out. */
export async function GET(): Promise<Response> {
  return guardedRoute("The file could not be made just now. Try again", async () => {
    const user = await requireUser();
    const beside = await sideBySideOf(user);
    if (!beside) notFound();
    const madeOn = new Date();
    const workbook = await workbookOf(sideBySideSheets(beside.results, madeOn));
    const file = sideBySideFileName(madeOn);
    if (!(await noteSideBySide(user, beside, { format: "xlsx", file }))) notFound();
    return fileToKeep(workbook, file, "xlsx");
  });
}
