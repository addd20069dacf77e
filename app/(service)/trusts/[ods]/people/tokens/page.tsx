import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Breadcrumb } from "@/components/nhs/breadcrumb";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { scopesInWords } from "@/lib/access/token-scope";
import { notFound } from "@/lib/auth/not-found";
import { type ReachingToken, tokensReaching } from "@/lib/data/token-reaches";
import { peoplePath } from "@/lib/http/addresses";
import { dateInWords, momentInWords } from "@/lib/report/dates";
import { loadPlace } from "../load-place";
import { endReachAction } from "./actions";

type Props = {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { place } = await loadPlace((await params).ods);
  return { title: `Programs that reach ${place.name}` };
}

/** By which tokens programs reach an organisation, for its leads, who can end each. */
export default async function ReachingTokensPage({ params, searchParams }: Props) {
  const { user, place, crumbs } = await loadPlace((await params).ods);
  const tokens = await tokensReaching(user, place.id, new Date());
  if (!tokens) notFound();
  const { ended } = await searchParams;
  return (
    <Page
      width="full"
      before={<Breadcrumb items={[...crumbs, { href: peoplePath(place.odsCode), text: "People" }]} />}
    >
      {ended === "yes" && (
        <NotificationBanner kind="success">
          <NotificationHeading>That token no longer reaches {place.name}</NotificationHeading>
        </NotificationBanner>
      )}
      <PageHeading caption={place.name}>Programs that reach this organisation</PageHeading>
      <p>
        People can make tokens that let a program act for them. A program may do no more here than its owner
        may. It stops reaching this organisation when its owner loses a role here.
      </p>
      <Table
        caption="Tokens at work"
        captionSize="m"
        columns={[
          { header: "Name" },
          { header: "Whose" },
          { header: "May" },
          { header: "Last used" },
          { header: "Works until" },
          { header: "End it here" },
        ]}
        rows={tokens.map((token) => ({ id: token.id, cells: cellsOf(token, place.odsCode) }))}
        empty="No program reaches this organisation."
      />
    </Page>
  );
}

function cellsOf({ id, name, owner, scopes, lastUsedAt, expiresAt }: ReachingToken, ods: string) {
  return [
    name,
    owner,
    scopesInWords(scopes),
    lastUsedAt ? momentInWords(lastUsedAt) : "Not yet",
    dateInWords(expiresAt),
    <ActionForm key="end" action={endReachAction}>
      <input type="hidden" name="ods" value={ods} />
      <input type="hidden" name="token" value={id} />
      <SubmitButton variant="secondary" small>
        End
        <span className="nhsuk-u-visually-hidden">
          {" "}
          what the token {name} of {owner} reaches here
        </span>
      </SubmitButton>
    </ActionForm>,
  ];
}
