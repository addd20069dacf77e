import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { InsetText } from "@/components/nhs/inset-text";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { AssessmentStateTag } from "@/components/nhs/status-tag";
import { Table } from "@/components/nhs/table";
import { statusName } from "@/lib/assessment/status";
import { requireUser } from "@/lib/auth/current-user";
import { levelsAndReasons } from "@/lib/data/levels-and-reasons";
import { scopeName } from "@/lib/framework/setting-names";
import { levelInFigures } from "@/lib/report/level-words";

type Props = { params: Promise<{ assessmentId: string }> };

const load = cache(async (assessmentId: string) => {
  const found = await levelsAndReasons(await requireUser(), assessmentId);
  if (!found) notFound();
  return found;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assessment } = await load((await params).assessmentId);
  return { title: `Levels and reasons: ${assessment.organisation.name}, ${assessment.round}` };
}

/** The level and reason of each answer, for whoever reviews a round without reading all of it. */
export default async function LevelsPage({ params }: Props) {
  const { assessment, framework, rows, hidden } = await load((await params).assessmentId);
  return (
    <Page width="full">
      <PageHeading caption={`${assessment.organisation.name} · ${assessment.round}`}>
        Levels and reasons
      </PageHeading>
      <p>
        <AssessmentStateTag state={assessment.state} />
      </p>
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
                `${capability.number} ${capability.name}`,
                scopeName(framework, scope),
                level ? levelInFigures(level) : statusName(status),
                reason || "–",
              ],
            }))}
          empty={`${dimension.name}: nothing here is shown to you.`}
        />
      ))}
    </Page>
  );
}
