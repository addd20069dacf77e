import type { Metadata } from "next";
import { ListPages } from "@/components/administration/list-pages";
import { SearchForm } from "@/components/forms/search-form";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { AdminTrail } from "@/components/trail/admin-trail";
import { listAccounts } from "@/lib/data/accounts";
import { accountPath, adminPath } from "@/lib/http/addresses";
import { loadAdministrator, pageIn, textIn } from "../load-administrator";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Accounts" };

/** Everybody who has an account, to find one. */
export default async function AccountsPage({ searchParams }: Props) {
  const user = await loadAdministrator("manage accounts");
  const query = await searchParams;
  const words = textIn(query.q).slice(0, 200);
  const page = pageIn(query.page);
  const { accounts = [], total = 0, pages = 1 } = (await listAccounts(user, { words, page })) ?? {};
  return (
    <Page width="full" before={<AdminTrail />}>
      <PageHeading>Accounts</PageHeading>
      <SearchForm action={adminPath("accounts")} label="Name or email address" words={words} />
      <p role="status">
        {total === 1 ? "1 account" : `${total} accounts`}
        {words && ` with “${words}”`}
      </p>
      <Table
        caption="Accounts"
        columns={[{ header: "Name" }, { header: "Job title" }, { header: "Email address" }]}
        rows={accounts.map(({ id, name, jobTitle, email }) => ({
          id,
          cells: [
            <Link key="name" href={accountPath(id)}>
              {name}
            </Link>,
            jobTitle ?? "Not given",
            <span key="email" className="break-all">
              {email ?? "Not given"}
            </span>,
          ],
        }))}
        empty="Nobody was found. Look for fewer words."
      />
      <ListPages
        path={adminPath("accounts")}
        words={words}
        page={page}
        pages={pages}
        label="Pages of accounts"
      />
    </Page>
  );
}
