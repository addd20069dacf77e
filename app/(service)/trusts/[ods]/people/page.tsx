import type { Metadata } from "next";
import { HeldRoles } from "@/components/people/held-roles";
import { InvitationList } from "@/components/people/invitation-list";
import { Breadcrumb } from "@/components/nhs/breadcrumb";
import { ButtonLink } from "@/components/nhs/button";
import { InsetText } from "@/components/nhs/inset-text";
import { Link } from "@/components/nhs/link";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { may } from "@/lib/access/policy";
import { pendingInvitations } from "@/lib/data/invitations";
import { peopleOf } from "@/lib/data/organisation-people";
import { mailServer } from "@/lib/env";
import { invitePath, personPath, reachingTokensPath } from "@/lib/http/addresses";
import { momentInWords } from "@/lib/report/dates";
import { sendAgainAction, withdrawAction } from "./actions";
import { doneInWords } from "./done";
import { loadPlace } from "./load-place";

type Props = {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { place } = await loadPlace((await params).ods);
  return { title: `People of ${place.name}` };
}

/** Who is in an organisation and who is invited, for its lead and for an administrator. */
export default async function PeoplePage({ params, searchParams }: Props) {
  const { user, place, crumbs } = await loadPlace((await params).ods);
  const now = new Date();
  const people = (await peopleOf(user, place.id, now)) ?? [];
  const invitations = (await pendingInvitations(user, place.id, now)) ?? [];
  const done = doneInWords((await searchParams).done);
  return (
    <Page width="full" before={<Breadcrumb items={crumbs} />}>
      {done && (
        <NotificationBanner kind="success">
          <NotificationHeading>{done}</NotificationHeading>
        </NotificationBanner>
      )}
      <PageHeading caption={place.name}>People</PageHeading>
      <ButtonLink href={invitePath(place.odsCode)}>Invite somebody</ButtonLink>
      <Table
        caption="Who is in"
        captionSize="m"
        columns={[{ header: "Name" }, { header: "Role" }, { header: "Last signed in" }]}
        rows={people.map(({ personId, name, jobTitle, roles, lastSignIn }) => ({
          id: personId,
          cells: [
            <span key="name">
              <Link href={personPath(place.odsCode, personId)}>{name}</Link>
              {jobTitle && <span className="nhsuk-u-font-weight-normal">, {jobTitle}</span>}
              {personId === user.personId && <span className="nhsuk-u-font-weight-normal"> (you)</span>}
            </span>,
            <HeldRoles key="roles" roles={roles} />,
            lastSignIn ? momentInWords(lastSignIn) : "Not yet",
          ],
        }))}
        empty="Nobody is in yet. Invite a first person."
      />
      <p>
        <Link href="/help/roles">What each role may do</Link>
      </p>
      {may(user, "manage people", place.id) && (
        <p>
          <Link href={reachingTokensPath(place.odsCode)}>Programs that reach {place.name}</Link>
        </p>
      )}
      <h2 className="nhsuk-heading-m">Invitations not accepted yet</h2>
      {invitations.length === 0 && <p>None.</p>}
      {invitations.some(({ link }) => link) && !mailServer() && (
        <InsetText>
          <p>
            This installation sends no email. Pass each link on yourself, to the person it is for and nobody
            else: whoever opens it first gets in.
          </p>
        </InsetText>
      )}
      <InvitationList
        invitations={invitations}
        ods={place.odsCode}
        sendAgain={sendAgainAction}
        withdraw={withdrawAction}
      />
    </Page>
  );
}
