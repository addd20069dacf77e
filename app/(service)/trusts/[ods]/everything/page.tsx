import type { Metadata } from "next";
import { ButtonLink } from "@/components/nhs/button";
import { InsetText } from "@/components/nhs/inset-text";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { WarningCallout } from "@/components/nhs/warning-callout";
import { TrustTrail } from "@/components/trail/trust-trail";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { viewsOwed } from "@/lib/data/organisation-export";
import { organisationByCode } from "@/lib/data/organisations";
import { everythingPath, exportsPath } from "@/lib/http/addresses";

type Props = { params: Promise<{ ods: string }> };

export const metadata: Metadata = { title: "Take everything with you" };

/** Where a digital lead takes out all that their organisation has here. */
export default async function EverythingPage({ params }: Props) {
  const user = await requireUser();
  const trust = await organisationByCode(user, (await params).ods);
  if (!trust) notFound();
  const owed = await viewsOwed(user, trust.id);
  if (owed === null) notFound();
  // Only then: whoever has no part in it is told at once that there is nothing, and that is on record.
  await requireRecentSignIn();
  return (
    <Page before={<TrustTrail trust={trust} />}>
      <PageHeading caption={trust.name}>Take everything with you</PageHeading>
      <p>
        What {trust.name} has here belongs to it. Take all of it out to move to another installation of this
        service, to answer a request for records, or to keep a copy of your own.
      </p>
      <h2 className="nhsuk-heading-m">What you get</h2>
      <ul>
        <li>every round, with its answers, every earlier version of them, notes, comments and challenges</li>
        <li>evidence, colleagues’ views, targets, what you said of gaps, and the plan with its money</li>
        <li>sign-offs and checkpoints as they were frozen, board papers and DMA scores</li>
        <li>people and their roles, what was shared and with whom, and the audit record</li>
      </ul>
      <p>
        Passwords, tokens and sessions are not in it, nor what a colleague typed and could not save, which
        only they see.
      </p>
      <WarningCallout heading="Look after the file">
        <p>
          It holds names and email addresses, and what your organisation keeps from the public: weak points in
          cyber security and recovery among them. Keep it where only those who may read all of it can reach
          it.
        </p>
      </WarningCallout>
      {owed > 0 ? (
        <InsetText>
          <p>
            You were asked for your own view of {owed === 1 ? "one question" : `${owed} questions`}. The file
            holds what colleagues said, so give yours first, or ask whoever asked you to let you off.
          </p>
        </InsetText>
      ) : (
        <>
          <ButtonLink href={everythingPath(trust.odsCode, "organisation.zip")}>
            Download everything
          </ButtonLink>
          <p>
            A zip archive of JSON documents, with a list of what is in it. Whoever runs another installation
            can bring it in there.
          </p>
          <ButtonLink variant="secondary" href={everythingPath(trust.odsCode, "tables.zip")}>
            Download as CSV tables
          </ButtonLink>
          <p>
            For a spreadsheet: rounds, answers and each statement, evidence, targets, gaps, the plan with
            costs and benefits, signed-off and frozen levels, challenges, comments and colleagues’ views, who
            was asked, DMA scores, people and who else may look in, as they stand now.
          </p>
        </>
      )}
      <p>
        That you took it is noted in the audit record and under{" "}
        <Link href={exportsPath(trust.odsCode)}>Past exports</Link>.
      </p>
    </Page>
  );
}
