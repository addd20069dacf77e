import { requireUser } from "@/lib/auth/current-user";
import { guardedRoute } from "@/lib/auth/guarded-route";
import { notFound } from "@/lib/auth/not-found";
import { noteReading, organisationRecord } from "@/lib/data/audit-record";
import { organisationByCode } from "@/lib/data/organisations";
import { recordFile } from "@/lib/http/record-file";
import { recordAsked } from "@/lib/http/record-query";

type Context = { params: Promise<{ ods: string }> };

/** More than a trust makes in years; a file of it is still read by a spreadsheet. */
const LONGEST = 100_000;

/** What happened in a trust, as a file. That it was taken out is on record. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return guardedRoute("The record could not be read just now. Try again", async () => {
    const user = await requireUser();
    const trust = await organisationByCode(user, (await params).ods);
    if (!trust) notFound();
    const { filter } = recordAsked(Object.fromEntries(new URL(request.url).searchParams));
    const record = await organisationRecord(user, trust.id, filter, LONGEST);
    if (!record) notFound();
    await noteReading(user, trust.id, "audit.exported");
    return recordFile(record.events, trust.odsCode, new Date());
  });
}
