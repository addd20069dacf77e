import type { Metadata } from "next";
import { Details } from "@/components/nhs/details";
import { Link } from "@/components/nhs/link";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { grantStanding, grantTaker } from "@/components/sharing/grant-in-words";
import { TrustTrail } from "@/components/trail/trust-trail";
import { besideWords, kindWords, scopeWords } from "@/lib/access/grant-words";
import { looksAt } from "@/lib/data/access-log";
import { type Grant, grantsOf, receiversOf } from "@/lib/data/grants";
import { sharingChoice } from "@/lib/data/shared-results";
import { grantPath, newGrantPath, sharingPath, systemTargetsPath, trustPath } from "@/lib/http/addresses";
import { dateInWords, dayOf } from "@/lib/report/dates";
import { doneInWords } from "./done";
import { loadSharing } from "./load-sharing";

type Props = {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { trust } = await loadSharing((await params).ods);
  return { title: `Sharing: ${trust.name}` };
}

/** Everybody outside the trust who may see something of it, until when, and who of them looked. */
export default async function SharingPage({ params, searchParams }: Props) {
  const { user, trust } = await loadSharing((await params).ods);
  const ods = trust.odsCode;
  const [grants, choice, looks, groups] = await Promise.all([
    grantsOf(user, trust.id),
    sharingChoice(user, trust.id),
    looksAt(user, trust.id, 100),
    receiversOf("group"),
  ]);
  const today = dayOf(new Date());
  const isOver = ({ endedAt, endsOn }: Grant) => endedAt !== null || (endsOn !== null && endsOn < today);
  const over = grants.filter(isOver);
  const done = doneInWords((await searchParams).done);

  return (
    <Page width="full" before={<TrustTrail trust={trust} />}>
      {done && (
        <NotificationBanner kind="success">
          <NotificationHeading>{done}</NotificationHeading>
        </NotificationBanner>
      )}
      <PageHeading caption={trust.name}>Sharing</PageHeading>
      <p>
        People outside the trust see nothing of it unless you say so here. You can change or end any of it,
        and it counts at once. The people of the trust itself are on{" "}
        <Link href={`${trustPath(ods)}/people`}>the people page</Link>.
      </p>
      <Table
        caption="Who has access"
        captionSize="m"
        columns={[
          { header: "Who" },
          { header: "What they may see" },
          { header: "Until" },
          { header: "Beside other clients" },
        ]}
        rows={grants
          .filter((grant) => !isOver(grant))
          .map((grant) => ({
            id: grant.id,
            cells: [
              <span key="who">
                <Link href={grantPath(ods, grant.id)}>{grantTaker(grant)}</Link>
                <span className="nhsuk-u-font-weight-normal">, {kindWords[grant.kind].toLowerCase()}</span>
              </span>,
              scopeWords[grant.scope].name + (grant.round ? ` (${grant.round})` : ""),
              grant.endsOn ? dateInWords(grant.endsOn) : "You end it",
              grant.kind === "consultancy" ? besideWords[grant.beside].name : "–",
            ],
          }))}
        empty="No consultancy, group or guest has access."
      />
      <ul className="nhsuk-list">
        <li>
          <Link href={newGrantPath(ods, "consultancy")}>Give a consultancy access</Link>
        </li>
        <li>
          <Link href={newGrantPath(ods, "guest")}>Ask somebody from outside to review a round</Link>
        </li>
        {groups.length > 0 && (
          <li>
            <Link href={newGrantPath(ods, "group")}>Let your group’s digital team act here</Link>
          </li>
        )}
      </ul>

      <h2 className="nhsuk-heading-m">Your integrated care board and region</h2>
      <p>
        {choice?.withSystem
          ? "They see the stage, distance, scores and change of what you sign off. They see no answers, notes, drafts or sensitive items."
          : "They see nothing of yours."}
        {choice?.changedAt && ` Decided on ${dateInWords(choice.changedAt)}.`}
      </p>
      <ul className="nhsuk-list">
        <li>
          <Link href={`${sharingPath(ods)}/system`}>Change what they see</Link>
        </li>
        <li>
          <Link href={systemTargetsPath(ods)}>Levels they would like to see</Link>
        </li>
      </ul>

      <Table
        caption="Who looked"
        captionSize="m"
        columns={[{ header: "Day" }, { header: "Who" }, { header: "Through" }]}
        rows={looks.map(({ day, personId, name, grantId }) => {
          const grant = grants.find(({ id }) => id === grantId);
          return {
            id: `${day.toISOString()} ${personId}`,
            cells: [dateInWords(day), name, grant ? grantTaker(grant) : "Access given earlier"],
          };
        })}
        empty="Nobody you gave access to has looked yet."
      />
      <p>
        Each person is noted once a day.
        {choice?.withSystem && " Your board and region read the copy you share, and are not on this list."}
      </p>
      {over.length > 0 && (
        <Details summary={`Access that is over (${over.length})`}>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {over.map((grant) => (
              <li key={grant.id}>
                {grantTaker(grant)}, {kindWords[grant.kind].toLowerCase()}: {grantStanding(grant)}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Page>
  );
}
