import type { Metadata } from "next";
import { SearchedList } from "@/components/administration/searched-list";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { AdminTrail } from "@/components/trail/admin-trail";
import { notFound } from "@/lib/auth/not-found";
import { listAccounts } from "@/lib/data/accounts";
import { accountPath, adminPath } from "@/lib/http/addresses";
import { loadAdministrator, searchIn } from "../load-administrator";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Accounts" };

/** Everybody who has an account, to find one. */
export default async function AccountsPage({ searchParams }: Props) {
  const user = await loadAdministrator("manage accounts");
  const search = searchIn(await searchParams);
  const list = await listAccounts(user, search);
  if (!list) notFound();
  return (
    <Page width="full" before={<AdminTrail />}>
      <SearchedList
        path={adminPath("accounts")}
        title="Accounts"
        searched="Name or email address"
        counted={["account", "accounts"]}
        words={search.words}
        found={list}
        columns={[{ header: "Name" }, { header: "Job title" }, { header: "Email address" }]}
        rows={list.accounts.map(({ id, name, jobTitle, email }) => ({
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
    </Page>
  );
}
