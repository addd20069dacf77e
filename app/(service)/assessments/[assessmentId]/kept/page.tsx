import type { Metadata } from "next";
import { cache } from "react";
import { KeptAnswers } from "@/components/assessment/kept-answers";
import { KeptResult } from "@/components/results/kept-result";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { WarningCallout } from "@/components/nhs/warning-callout";
import { TrustTrail } from "@/components/trail/trust-trail";
import { may } from "@/lib/access/policy";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { keptAssessment } from "@/lib/data/kept-assessment";
import { assessmentPath } from "@/lib/http/addresses";
import { orUnavailable } from "@/lib/http/database-away";
import type { CareSetting } from "@/lib/framework/schema";

type Props = { params: Promise<{ assessmentId: string }> };

const loadKept = cache(async (assessmentId: string) => {
  const user = await requireUser();
  const kept = await orUnavailable(keptAssessment(user, assessmentId));
  if (!kept) notFound();
  return { user, ...kept };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assessment } = await loadKept((await params).assessmentId);
  return { title: `What is kept: assessment ${assessment.round}, ${assessment.organisation.name}` };
}

/** An assessment as it is stored, readable without its questions: for when those are missing. */
export default async function KeptPage({ params }: Props) {
  const { user, assessment, questionsMissing, rows, signedOff } = await loadKept((await params).assessmentId);
  const { organisation, round, frameworkId, frameworkVersion } = assessment;
  const showSensitive = may(user, "see sensitive items", assessment.organisationId);
  const results = Object.entries(signedOff?.results ?? {});

  return (
    <Page before={<TrustTrail trust={organisation} />}>
      <PageHeading caption={organisation.name}>Assessment {round}: what is kept</PageHeading>
      {questionsMissing ? (
        <WarningCallout heading="The questions of this assessment are missing">
          <p>
            It was made with version {frameworkVersion} of the framework {frameworkId}, which this service
            cannot find or read. Nothing that was saved is lost, and this page shows it. Until the questions
            are back, nothing can be answered, scored or signed.
          </p>
          <p>
            What to do: tell an administrator of this service. They put the version back with{" "}
            <code>npm run db:setup</code>, from the files in{" "}
            <code>
              frameworks/{frameworkId}/{frameworkVersion}
            </code>
            , or restore it from a backup of the database.
          </p>
        </WarningCallout>
      ) : (
        <p>
          This is the assessment as it is stored, by the ids of its questions.{" "}
          <a className="nhsuk-link" href={assessmentPath(assessment.id)}>
            Read it with its questions
          </a>
          .
        </p>
      )}
      <h2 className="nhsuk-heading-l">Signed-off results</h2>
      {signedOff && results.length > 0 ? (
        results.map(([setting, result]) => (
          <KeptResult
            key={setting}
            setting={setting as CareSetting}
            result={result}
            signedOff={signedOff}
            showSensitive={showSensitive}
          />
        ))
      ) : (
        <p>This assessment has not been signed off.</p>
      )}
      {rows && (
        <>
          <h2 className="nhsuk-heading-l">Answers</h2>
          <KeptAnswers rows={rows} />
        </>
      )}
    </Page>
  );
}
