import { requireUser } from "@/lib/auth/current-user";
import { guardedRoute } from "@/lib/auth/guarded-route";
import { notFound } from "@/lib/auth/not-found";
import { answersWorkbook } from "@/lib/data/upload-answers";
import { noteWorkbook } from "./note-workbook";

type Context = { params: Promise<{ assessmentId: string }> };

/** The answers of a round, or to whose questions they are, as a workbook to fill in. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { assessmentId } = await params;
  return guardedRoute("The workbook could not be made just now. Try again", async () => {
    const user = await requireUser();
    const now = new Date();
    const made = await answersWorkbook(user, assessmentId, now);
    if (!made) notFound();
    const file = await noteWorkbook(user, made.work, now);
    if (file === null) notFound();
    return new Response(new Uint8Array(made.file), {
      headers: {
        "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "content-disposition": `attachment; filename="${file}"`,
        "cache-control": "private, no-store",
      },
    });
  });
}
