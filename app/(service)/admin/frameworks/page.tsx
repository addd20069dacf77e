import type { Metadata } from "next";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { AdminTrail } from "@/components/trail/admin-trail";
import { heldFrameworks } from "@/lib/data/framework-register";
import { momentInWords } from "@/lib/report/dates";
import { loadAdministrator } from "../load-administrator";

export const metadata: Metadata = { title: "Frameworks" };

/** Which questions this installation holds: by version, with the fingerprint of their content. */
export default async function FrameworksPage() {
  const user = await loadAdministrator("manage frameworks");
  const held = (await heldFrameworks(user)) ?? [];
  return (
    <Page width="full" before={<AdminTrail />}>
      <PageHeading>Frameworks</PageHeading>
      <p>
        Versions come with the software: the command <code>npm run db:setup</code> adds new ones. A published
        version never changes, and rounds keep the version they were begun with.
      </p>
      <Table
        caption="Versions held"
        columns={[
          { header: "Version" },
          { header: "Status" },
          { header: "Kept since" },
          { header: "Fingerprint" },
        ]}
        rows={held.map(({ id, version, status, contentHash, storedAt }) => ({
          id: `${id} ${version}`,
          cells: [
            <Link key="version" href={`/frameworks/${id}/${version}`}>
              {id} {version}
            </Link>,
            status === "published" ? "Published" : "Draft",
            momentInWords(storedAt),
            <code key="hash" className="break-all">
              {contentHash}
            </code>,
          ],
        }))}
      />
    </Page>
  );
}
