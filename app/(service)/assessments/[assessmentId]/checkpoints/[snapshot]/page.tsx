import type { Metadata } from "next";
import { PositionPanel } from "@/components/assessment/position-panel";
import { CardGroup, CardItem } from "@/components/nhs/card";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Tag } from "@/components/nhs/tag";
import { DimensionScores } from "@/components/results/dimension-scores";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { getCheckpoint } from "@/lib/data/checkpoints";
import { getFramework } from "@/lib/data/frameworks";
import { settingName } from "@/lib/framework/setting-names";
import { checkpointPath } from "@/lib/http/addresses";
import { completenessOf } from "@/lib/report/completeness";
import { momentInWords } from "@/lib/report/dates";
import { safeguardsOf } from "@/lib/scoring/safeguards";

type Props = { params: Promise<{ assessmentId: string; snapshot: string }> };

export const metadata: Metadata = { title: "Checkpoint" };

/** The position as it was kept on a day, marked as not signed off. */
export default async function CheckpointPage({ params }: Props) {
  const { assessmentId, snapshot: id } = await params;
  const found = await getCheckpoint(await requireUser(), assessmentId, id);
  if (!found) notFound();
  const { assessment, snapshot, settings } = found;
  const framework = await getFramework(snapshot.frameworkId, snapshot.frameworkVersion);
  const results = assessment.careSettings.flatMap((setting) => {
    const [result, kept] = [snapshot.results[setting], settings.get(setting)];
    return result && kept
      ? [{ setting, result, answers: kept.answers, safeguards: safeguardsOf(framework, setting, result) }]
      : [];
  });

  return (
    <Page
      width="full"
      before={
        <AssessmentTrail
          assessment={assessment}
          then={[{ href: checkpointPath(assessmentId), text: "Checkpoints" }]}
        />
      }
    >
      <PageHeading caption={`${assessment.organisation.name} · ${assessment.round}`}>
        {snapshot.name}
      </PageHeading>
      <p>
        <Tag colour="yellow">Not signed off</Tag> The position as it was on {momentInWords(snapshot.at)}, kept
        by {snapshot.byName}.
      </p>
      <CardGroup>
        {results.map(({ setting, result, answers, safeguards }) => (
          <CardItem key={setting} heading={settingName(framework, setting)}>
            <PositionPanel
              framework={framework}
              result={result}
              completeness={completenessOf(result, answers)}
              secured={safeguards.filter(({ secured }) => secured).length}
              safeguards={safeguards.length}
              change={null}
            />
          </CardItem>
        ))}
      </CardGroup>
      {results.map(({ setting, result }) => (
        <section key={setting}>
          <h2 className="nhsuk-heading-m">{settingName(framework, setting)}: dimensions</h2>
          <DimensionScores setting={setting} framework={framework} result={result} name={snapshot.name} />
        </section>
      ))}
    </Page>
  );
}
