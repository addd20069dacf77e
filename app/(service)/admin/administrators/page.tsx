import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { InviteAdministratorForm } from "@/components/administration/invite-administrator-form";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { AdminTrail } from "@/components/trail/admin-trail";
import { administrators } from "@/lib/data/administrators";
import { dateInWords } from "@/lib/report/dates";
import { loadAdministrator, textIn } from "../load-administrator";
import { endAdministratorAction, inviteAdministratorAction, withdrawAction } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Administrators" };

const words: Readonly<Record<string, string>> = {
  invited: "The invitation is made",
  ended: "They are an administrator no more, and are signed out",
  withdrawn: "The invitation is taken back",
};

/** Who runs the installation, and who is invited to. */
export default async function AdministratorsPage({ searchParams }: Props) {
  const user = await loadAdministrator("manage accounts");
  const { people = [], invited = [] } = (await administrators(user, new Date())) ?? {};
  const done = textIn((await searchParams).done);
  return (
    <Page width="full" before={<AdminTrail />}>
      {Object.hasOwn(words, done) && (
        <NotificationBanner kind="success">
          <NotificationHeading>{words[done]}</NotificationHeading>
        </NotificationBanner>
      )}
      <PageHeading>Administrators</PageHeading>
      <Table
        caption="Who runs this installation"
        captionSize="m"
        columns={[{ header: "Name" }, { header: "Email address" }, { header: "Since" }, { header: "Change" }]}
        rows={people.map(({ personId, name, email, since }) => ({
          id: personId,
          cells: [
            personId === user.personId ? `${name} (you)` : name,
            <span key="email" className="break-all">
              {email ?? "Not given"}
            </span>,
            dateInWords(since),
            <ActionForm key="end" action={endAdministratorAction}>
              <input type="hidden" name="person" value={personId} />
              <SubmitButton variant="secondary" small>
                End<span className="nhsuk-u-visually-hidden"> the rights of {name}</span>
              </SubmitButton>
            </ActionForm>,
          ],
        }))}
      />
      {invited.length > 0 && (
        <Table
          caption="Invited"
          captionSize="m"
          columns={[
            { header: "Email address" },
            { header: "Until" },
            { header: "Link" },
            { header: "Change" },
          ]}
          rows={invited.map(({ id, email, expiresAt, link }) => ({
            id,
            cells: [
              <span key="email" className="break-all">
                {email}
              </span>,
              dateInWords(expiresAt),
              link ? (
                <code key="link" className="break-all">
                  {link}
                </code>
              ) : (
                "Sent by email"
              ),
              <ActionForm key="withdraw" action={withdrawAction}>
                <input type="hidden" name="invitation" value={id} />
                <SubmitButton variant="secondary" small>
                  Take back<span className="nhsuk-u-visually-hidden"> the invitation to {email}</span>
                </SubmitButton>
              </ActionForm>,
            ],
          }))}
        />
      )}
      <h2 className="nhsuk-heading-m">Invite another</h2>
      <InviteAdministratorForm action={inviteAdministratorAction} hidden={{ key: randomUUID() }} />
    </Page>
  );
}
