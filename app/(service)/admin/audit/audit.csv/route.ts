import { requireUser } from "@/lib/auth/current-user";
import { guardedRoute } from "@/lib/auth/guarded-route";
import { notFound } from "@/lib/auth/not-found";
import { installationRecord, noteReading } from "@/lib/data/audit-record";
import { recordFile } from "@/lib/http/record-file";
import { recordAsked } from "@/lib/http/record-query";

/** As many events as a spreadsheet still reads with ease. */
const LONGEST = 100_000;

/** What happened in the installation, as a file. That it was taken out is on record. */
export async function GET(request: Request): Promise<Response> {
  return guardedRoute("The record could not be read just now. Try again", async () => {
    const user = await requireUser();
    const { filter } = recordAsked(Object.fromEntries(new URL(request.url).searchParams));
    const record = await installationRecord(user, filter, LONGEST);
    if (!record) notFound();
    await noteReading(user, null, "audit.exported");
    return recordFile(record.events, "installation", new Date());
  });
}
