import type { Metadata } from "next";
import { ChallengeCard } from "@/components/assessment/challenge-card";
import { ChallengeForm } from "@/components/assessment/challenge-form";
import { HiddenButton } from "@/components/forms/hidden-button";
import { BackLink } from "@/components/nhs/back-link";
import { InsetText } from "@/components/nhs/inset-text";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { NOTE_LIMIT } from "@/lib/assessment/answer-body";
import { isOpen } from "@/lib/assessment/review";
import { statusName } from "@/lib/assessment/status";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { challengedAnswer } from "@/lib/data/challenged-answer";
import { scopeName } from "@/lib/framework/setting-names";
import { levelsPath } from "@/lib/http/addresses";
import { levelInFigures } from "@/lib/report/level-words";
import { challengeLevelAction, withdrawFromLevelAction } from "./actions";

type Props = { params: Promise<{ assessmentId: string; capability: string; scope: string }> };

export const metadata: Metadata = { title: "Challenge an answer" };

/** Where a reviewer who sees level and reason alone says that another level is right. */
export default async function ChallengeLevelPage({ params }: Props) {
  const { assessmentId, capability: capabilityId, scope } = await params;
  const place = { assessmentId, capabilityId, scope };
  const user = await requireUser();
  const found = await challengedAnswer(user, place);
  if (!found) notFound();
  const { assessment, framework, answer, own } = found;
  const { capability, level, reason, status } = answer;
  const unsigned = assessment.state !== "signed_off";

  return (
    <Page before={<BackLink href={levelsPath(assessmentId)}>Levels and reasons</BackLink>}>
      <PageHeading caption={`${capability.number} ${capability.name} · ${scopeName(framework, scope)}`}>
        Challenge an answer
      </PageHeading>
      <p>
        {assessment.organisation.name}, {assessment.round}:{" "}
        {level ? `level ${levelInFigures(level)}` : statusName(status)}
      </p>
      {reason && (
        <InsetText>
          <p className="app-typed">{reason}</p>
        </InsetText>
      )}
      {own.map((challenge) => (
        <ChallengeCard
          key={challenge.id}
          challenge={challenge}
          heading={`Level ${challenge.level} instead`}
          nameOf={(id) => (id === user.personId ? user.name : "The trust")}
        >
          {isOpen(challenge) && unsigned && (
            <HiddenButton action={withdrawFromLevelAction} hidden={{ ...place, challenge: challenge.id }}>
              Withdraw the challenge
            </HiddenButton>
          )}
        </ChallengeCard>
      ))}
      {unsigned && level && !own.some(isOpen) && (
        <ChallengeForm
          action={challengeLevelAction}
          hidden={place}
          levels={framework.levels.map((rung) => ({
            value: String(rung.level),
            label: `Level ${rung.level}: ${rung.name}`,
            hint: rung.test,
          }))}
          limit={NOTE_LIMIT}
        />
      )}
      {!unsigned && <p>This round is signed off, so its answers can no longer be challenged.</p>}
    </Page>
  );
}
