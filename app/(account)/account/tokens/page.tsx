import type { Metadata } from "next";
import { AccountTrail } from "@/components/account/account-trail";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/nhs/button";
import { Link } from "@/components/nhs/link";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { scopesInWords } from "@/lib/access/token-scope";
import { requireUser } from "@/lib/auth/current-user";
import { type OwnToken, ownTokens } from "@/lib/data/api-tokens";
import { apiGuidePath, tokensPath } from "@/lib/http/addresses";
import { orUnavailable } from "@/lib/http/database-away";
import { dateInWords, momentInWords } from "@/lib/report/dates";
import { endTokenAction } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Tokens for programs" };

/** The tokens by which programs act for me, and where to end one. */
export default async function TokensPage({ searchParams }: Props) {
  const { ended } = await searchParams;
  const user = await requireUser();
  const tokens = await orUnavailable(ownTokens(user, new Date()));
  return (
    <Page width="full" before={<AccountTrail />}>
      {ended === "yes" && (
        <NotificationBanner kind="success">
          <NotificationHeading>That token works no more</NotificationHeading>
        </NotificationBanner>
      )}
      <PageHeading>Tokens for programs</PageHeading>
      <p>
        A token lets a program, such as your trust’s data warehouse, act for you without your password. It may
        do no more than you may, and only what you chose for it.
      </p>
      <p>
        <Link href={apiGuidePath}>What programs can ask for</Link>
      </p>
      <ButtonLink href={`${tokensPath}/new`}>Make a token</ButtonLink>
      <Table
        caption="Your tokens"
        captionSize="m"
        columns={[
          { header: "Name" },
          { header: "May" },
          { header: "Reaches" },
          { header: "Last used" },
          { header: "Works until" },
          { header: "End it" },
        ]}
        rows={tokens.map((token) => ({ id: token.id, cells: cellsOf(token) }))}
        empty="You have none."
      />
      <p>If a token may have been seen by somebody else, end it and make another.</p>
    </Page>
  );
}

function cellsOf({ id, name, scopes, organisations, lastUsedAt, expiresAt }: OwnToken) {
  return [
    name,
    scopesInWords(scopes),
    organisations.length > 0 ? organisations.join(", ") : "Nothing any more",
    lastUsedAt ? momentInWords(lastUsedAt) : "Not yet",
    dateInWords(expiresAt),
    <ActionForm key="end" action={endTokenAction}>
      <input type="hidden" name="token" value={id} />
      <SubmitButton variant="secondary" small>
        End<span className="nhsuk-u-visually-hidden"> the token {name}</span>
      </SubmitButton>
    </ActionForm>,
  ];
}
