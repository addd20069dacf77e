import { redirect } from "next/navigation";
import { notFound } from "@/lib/auth/not-found";
import { confirmPath, isRecent } from "@/lib/auth/recent-sign-in";
import { requireUser } from "@/lib/auth/current-user";
import { guardedRoute } from "@/lib/auth/guarded-route";
import { takeOrganisation } from "@/lib/data/organisation-export";
import { organisationByCode } from "@/lib/data/organisations";
import type { OrganisationContents } from "@/lib/exchange/organisation-document";
import { everythingPath } from "@/lib/http/addresses";
import { everythingFileName } from "@/lib/report/file-name";

export type EverythingContext = { params: Promise<{ ods: string }> };

/** All that an organisation has as a file to keep, for who has just proven who they are; noted in its record. */
export async function takeOut(
  { params }: EverythingContext,
  format: "json" | "csv",
  write: (contents: OrganisationContents, now: Date) => Promise<Buffer>,
): Promise<Response> {
  const { ods } = await params;
  return guardedRoute("The file could not be made just now. Try again", async () => {
    const user = await requireUser();
    const now = new Date();
    const organisation = await organisationByCode(user, ods);
    if (!organisation) notFound();
    const page = everythingPath(organisation.odsCode);
    if (!(await isRecent(now))) redirect(confirmPath(page));
    const file = everythingFileName({ odsCode: organisation.odsCode, format, on: now });
    const taken = await takeOrganisation(user, organisation.id, { format, file });
    // The page says what is to be done first.
    if (taken.kind === "owes_views") redirect(page);
    if (taken.kind === "not_found") notFound();
    return new Response(new Uint8Array(await write(taken.contents, now)), {
      headers: {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="${file}"`,
        "cache-control": "private, no-store",
      },
    });
  });
}
