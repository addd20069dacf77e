import type { Metadata } from "next";
import { randomUUID } from "node:crypto";
import { HiddenButton } from "@/components/forms/hidden-button";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { may } from "@/lib/access/policy";
import { differsHere, mayAnswerIn } from "@/lib/assessment/scopes";
import { notFound } from "@/lib/auth/not-found";
import { copyTargets } from "@/lib/data/copy-answer";
import { findCapability } from "@/lib/framework/find";
import { organisationWord } from "@/lib/framework/organisation-word";
import { scopeName } from "@/lib/framework/setting-names";
import { levelInFigures } from "@/lib/report/level-words";
import { answerPagePath } from "@/lib/http/addresses";
import { loadWork } from "../../../../load-work";
import { copyAction } from "./actions";

type Props = { params: Promise<{ assessmentId: string; capability: string; scope: string }> };

export const metadata: Metadata = { title: "Copy an answer" };

/** The places one answer can be copied to, with what stands there now. */
export default async function CopyPage({ params }: Props) {
  const { assessmentId, capability: capabilityId, scope } = await params;
  const { user, assessment, framework, rows } = await loadWork(assessmentId, capabilityId);
  const capability = findCapability(framework, capabilityId);
  const place = { assessmentId, capabilityId, scope };
  const answer = rows.find((row) => row.scope === scope && !row.withdrawn);
  if (!capability || !mayAnswerIn(capability, assessment.careSettings, scope) || !answer) notFound();
  if (!may(user, "answer questions", assessment.organisationId)) notFound();
  const targets = (await copyTargets(user, place)) ?? [];

  return (
    <Page
      width="full"
      before={
        <AssessmentTrail
          assessment={assessment}
          then={[{ href: answerPagePath(place), text: `${capability.number} ${capability.name}` }]}
        />
      }
    >
      <PageHeading caption={`${capability.number} ${capability.name} · ${scopeName(framework, scope)}`}>
        Copy this answer
      </PageHeading>
      <p>
        The copy has to be confirmed where it goes, since no answer is true of another place just because it
        is true here. What stands there now stays in its history.
      </p>
      <Table
        caption="Where it can go"
        columns={["Trust", "For", "Answer there now", "Copy"].map((header) => ({ header }))}
        rows={targets.map((target) => ({
          id: `${target.assessmentId} ${target.scope}`,
          cells: [
            target.organisation,
            scopeName(framework, target.scope),
            target.level === null && differsHere(capability, target.scope)
              ? `The answer for the whole ${organisationWord(framework)} serves. A copy would stand beside it`
              : inWords(target.level),
            <HiddenButton
              key="copy"
              action={copyAction}
              hidden={{
                ...place,
                toAssessment: target.assessmentId,
                toScope: target.scope,
                version: target.version,
                key: randomUUID(),
              }}
            >
              Copy here
              <span className="nhsuk-u-visually-hidden">
                : {target.organisation}, {scopeName(framework, target.scope)}
              </span>
            </HiddenButton>,
          ],
        }))}
        empty="There is no other place for this answer: the trust has one care setting here, and you lead no other trust."
      />
    </Page>
  );
}

function inWords(level: { low: number; high: number } | null): string {
  if (!level) return "Not answered";
  return `Level ${levelInFigures(level)}`;
}
