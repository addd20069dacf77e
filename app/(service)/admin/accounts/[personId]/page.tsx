import type { Metadata } from "next";
import { cache } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Link } from "@/components/nhs/link";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { SummaryList } from "@/components/nhs/summary-list";
import { Table } from "@/components/nhs/table";
import { HeldRoles } from "@/components/people/held-roles";
import { AdminTrail } from "@/components/trail/admin-trail";
import { notFound } from "@/lib/auth/not-found";
import { accountOf } from "@/lib/data/accounts";
import { adminPath, peoplePath } from "@/lib/http/addresses";
import { dateInWords, momentInWords } from "@/lib/report/dates";
import { loadAdministrator } from "../../load-administrator";
import { signOutAccountAction } from "../actions";

type Props = {
  params: Promise<{ personId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).personId)).name };
}

/** One account: where it belongs, and a way to sign it out. Never what its person answered. */
export default async function AccountPage({ params, searchParams }: Props) {
  const account = await load((await params).personId);
  const crumb = { href: adminPath("accounts"), text: "Accounts" };
  return (
    <Page before={<AdminTrail then={[crumb]} />}>
      {(await searchParams).done === "signed-out" && (
        <NotificationBanner kind="success">
          <NotificationHeading>{account.name} is signed out everywhere</NotificationHeading>
        </NotificationBanner>
      )}
      <PageHeading>{account.name}</PageHeading>
      <SummaryList
        rows={[
          { key: "Job title", value: account.jobTitle ?? "Not given" },
          { key: "Email address", value: <span className="break-all">{account.email ?? "Not given"}</span> },
          { key: "Account since", value: dateInWords(account.since) },
          {
            key: "Last signed in",
            value: account.lastSignIn ? momentInWords(account.lastSignIn) : "Not yet",
          },
          ...(account.administrator ? [{ key: "Administrator", value: "Yes" }] : []),
        ]}
      />
      <Table
        caption="Where they belong"
        captionSize="m"
        columns={[{ header: "Organisation" }, { header: "Role" }]}
        rows={account.places.map(({ odsCode, name, roles }) => ({
          id: odsCode,
          cells: [
            <Link key="place" href={peoplePath(odsCode)}>
              {name}
            </Link>,
            <HeldRoles key="roles" roles={roles} />,
          ],
        }))}
        empty="They belong to no organisation."
      />
      <h2 className="nhsuk-heading-m">Sign them out</h2>
      <p>It ends every session of theirs at once. They can sign in again.</p>
      <ActionForm action={signOutAccountAction}>
        <input type="hidden" name="person" value={account.id} />
        <SubmitButton variant="warning">Sign out everywhere</SubmitButton>
      </ActionForm>
    </Page>
  );
}

/** Once a request, for the page and its title: that somebody looked is on record. */
const load = cache(async (personId: string) => {
  const user = await loadAdministrator("manage accounts");
  const account = await accountOf(user, personId, new Date());
  if (!account) notFound();
  return account;
});
