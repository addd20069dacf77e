import type { Metadata } from "next";
import { cache } from "react";
import { ReviewSummaryForm } from "@/components/assessment/review-summary-form";
import { InsetText } from "@/components/nhs/inset-text";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { AssessmentStateTag } from "@/components/nhs/status-tag";
import { Table } from "@/components/nhs/table";
import { may } from "@/lib/access/policy";
import { NOTE_LIMIT } from "@/lib/assessment/answer-body";
import { statusName } from "@/lib/assessment/status";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { levelsAndReasons } from "@/lib/data/levels-and-reasons";
import { ownSummaryOf } from "@/lib/data/review-summaries";
import { scopeName } from "@/lib/framework/setting-names";
import { challengedAnswerPath } from "@/lib/http/addresses";
import { levelInFigures } from "@/lib/report/level-words";
import { summariseLevelsAction } from "./actions";

type Props = { params: Promise<{ assessmentId: string }> };

const load = cache(async (assessmentId: string) => {
  const user = await requireUser();
  const found = await levelsAndReasons(user, assessmentId);
  if (!found) notFound();
  return { user, ...found };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assessment } = await load((await params).assessmentId);
  return { title: `Levels and reasons: ${assessment.organisation.name}, ${assessment.round}` };
}

/** The level and reason of each answer, for whoever reviews a round without reading all of it. */
export default async function LevelsPage({ params }: Props) {
  const { user, assessment, framework, rows, hidden } = await load((await params).assessmentId);
  const mayChallenge =
    assessment.state !== "signed_off" &&
    may(user, "challenge an answer", assessment.organisationId, assessment.id);
  const summary = assessment.state === "signed_off" ? null : await ownSummaryOf(user, assessment.id);
  return (
    <Page width="full">
      <PageHeading caption={`${assessment.organisation.name} · ${assessment.round}`}>
        Levels and reasons
      </PageHeading>
      <p>
        <AssessmentStateTag state={assessment.state} />
      </p>
      {mayChallenge && <p>To challenge an answer, open its question.</p>}
      {hidden > 0 && (
        <InsetText>
          <p>
            {hidden === 1 ? "1 question is" : `${hidden} questions are`} about sensitive matters such as cyber
            security and recovery, and not shown to you. Ask the trust’s digital lead if you need them.
          </p>
        </InsetText>
      )}
      {framework.dimensions.map((dimension) => (
        <Table
          key={dimension.id}
          caption={`${dimension.number} ${dimension.name}`}
          captionSize="m"
          columns={[
            { header: "Question" },
            { header: "Asked of" },
            { header: "Level" },
            { header: "Reason" },
          ]}
          rows={rows
            .filter(({ capability }) => dimension.capabilities.includes(capability))
            .map(({ capability, scope, status, level, reason }) => ({
              id: `${capability.id} ${scope}`,
              cells: [
                mayChallenge && level ? (
                  <Link
                    key="question"
                    href={challengedAnswerPath({
                      assessmentId: assessment.id,
                      capabilityId: capability.id,
                      scope,
                    })}
                  >
                    {capability.number} {capability.name}
                  </Link>
                ) : (
                  `${capability.number} ${capability.name}`
                ),
                scopeName(framework, scope),
                level ? levelInFigures(level) : statusName(status),
                reason || "–",
              ],
            }))}
          empty={`${dimension.name}: nothing here is shown to you.`}
        />
      ))}
      {summary !== null && (
        <section id="summary">
          <h2 className="nhsuk-heading-m">{summary ? "Change your summary" : "Write your summary"}</h2>
          <p>The trust reads it and cannot change it. You can, until the round is signed off.</p>
          <ReviewSummaryForm
            action={summariseLevelsAction}
            assessmentId={assessment.id}
            summary={summary}
            limit={NOTE_LIMIT}
          />
        </section>
      )}
    </Page>
  );
}
