import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { CheckpointTrend } from "@/components/assessment/checkpoint-trend";
import { ReasonForm } from "@/components/assessment/reason-form";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { may } from "@/lib/access/policy";
import { notFound } from "@/lib/auth/not-found";
import { checkpointsOf } from "@/lib/data/checkpoints";
import { signOffsOf } from "@/lib/data/snapshots";
import { checkpointPath } from "@/lib/http/addresses";
import { dateInWords } from "@/lib/report/dates";
import { loadWork } from "../load-work";
import { makeCheckpointAction } from "./actions";

type Props = { params: Promise<{ assessmentId: string }> };

export const metadata: Metadata = { title: "Checkpoints" };

/** The positions that were kept for committees on the way, beside what was signed off, and the form to keep one. */
export default async function CheckpointsPage({ params }: Props) {
  const { assessmentId } = await params;
  const { user, assessment, framework } = await loadWork(assessmentId);
  const { organisationId, round, state } = assessment;
  const checkpoints = await checkpointsOf(user, assessmentId);
  if (!checkpoints) notFound();
  const signOffs = await signOffsOf(user, organisationId);

  return (
    <Page width="full" before={<AssessmentTrail assessment={assessment} />}>
      <PageHeading caption={`Assessment ${round}`}>Checkpoints</PageHeading>
      <p>
        A checkpoint keeps the current position as it is on a day, for a committee. It is not signed off, and
        boards do not see it unless you put it before them.
      </p>
      <Table
        caption="Checkpoints of this round"
        columns={["Checkpoint", "Made on", "Made by"].map((header) => ({ header }))}
        rows={checkpoints.map(({ id, name, at, byName }) => ({
          id,
          cells: [
            <a key="name" className="nhsuk-link" href={checkpointPath(assessmentId, id)}>
              {name}
            </a>,
            dateInWords(at),
            byName,
          ],
        }))}
        empty="No checkpoint has been made yet."
      />
      {checkpoints.length > 0 &&
        assessment.careSettings.map((setting) => (
          <CheckpointTrend
            key={setting}
            framework={framework}
            setting={setting}
            snapshots={[...checkpoints, ...signOffs]}
          />
        ))}
      {state === "in_progress" && may(user, "make a checkpoint", organisationId) && (
        <>
          <h2 className="nhsuk-heading-m">Make a checkpoint</h2>
          <ReasonForm
            action={makeCheckpointAction}
            hidden={{ id: assessmentId, key: randomUUID() }}
            name="name"
            label="What is it for?"
            hint="For example, Digital committee, November"
            limit={200}
            line
            button="Keep the position as it is now"
          />
        </>
      )}
    </Page>
  );
}
