import type { Metadata } from "next";
import { AccountTrail } from "@/components/account/account-trail";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { requireUser } from "@/lib/auth/current-user";
import { type OwnSession, ownSessions } from "@/lib/data/session-list";
import { orUnavailable } from "@/lib/http/database-away";
import { momentInWords } from "@/lib/report/dates";
import { endAllSessionsAction, endSessionAction } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Where you are signed in" };

export default async function SessionsPage({ searchParams }: Props) {
  const { ended } = await searchParams;
  const user = await requireUser();
  const sessions = await orUnavailable(ownSessions(user, new Date()));
  return (
    <Page width="full" before={<AccountTrail />}>
      {ended === "yes" && (
        <NotificationBanner kind="success">
          <NotificationHeading>That session has ended</NotificationHeading>
        </NotificationBanner>
      )}
      <PageHeading>Where you are signed in</PageHeading>
      <p>A session ends by itself after 30 minutes without use, and after 12 hours in any case.</p>
      <Table
        caption="Sessions"
        columns={[
          { header: "Browser" },
          { header: "Signed in" },
          { header: "Last used" },
          { header: "End it" },
        ]}
        rows={sessions.map((session) => ({ id: session.id, cells: cellsOf(session) }))}
      />
      <p>If you do not know one of them, end it, then change your password.</p>
      <ActionForm action={endAllSessionsAction}>
        <SubmitButton variant="secondary">Sign out everywhere, here as well</SubmitButton>
      </ActionForm>
    </Page>
  );
}

function cellsOf({ id, browser, current, startedAt, lastSeenAt }: OwnSession) {
  const name = browser ?? "Unknown browser";
  return [
    current ? `${name} (this one)` : name,
    momentInWords(startedAt),
    momentInWords(lastSeenAt),
    current ? (
      "Use “Sign out”"
    ) : (
      <ActionForm key="end" action={endSessionAction}>
        <input type="hidden" name="session" value={id} />
        <SubmitButton variant="secondary" small>
          End
          <span className="nhsuk-u-visually-hidden">
            {" "}
            the session in {name}, signed in {momentInWords(startedAt)}
          </span>
        </SubmitButton>
      </ActionForm>
    ),
  ];
}
