import type { Metadata } from "next";
import { DateInput } from "@/components/forms/date-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { ErrorSummary } from "@/components/nhs/error-summary";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { notFound } from "@/lib/auth/not-found";
import { answersBefore } from "@/lib/data/answer-history";
import { scopeName, settingName } from "@/lib/framework/setting-names";
import { answerHistoryPath, assessmentHistoryPath } from "@/lib/http/addresses";
import { dateInWords, endOfDay, isoDate } from "@/lib/report/dates";
import { loadWork } from "../load-work";
import { dayAsked, type DayQuery } from "./day-asked";
import { levelsThenAndNow, resultsThenAndNow } from "./then-and-now";

type Props = {
  params: Promise<{ assessmentId: string }>;
  searchParams: Promise<DayQuery>;
};

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { error } = dayAsked(await searchParams, new Date());
  return { title: `${error ? "Error: " : ""}The assessment on an earlier day` };
}

/** The assessment as it stood at the end of a day, beside how it stands now. */
export default async function AssessmentHistoryPage({ params, searchParams }: Props) {
  const { assessmentId } = await params;
  const typed = await searchParams;
  const { user, assessment, framework, rows } = await loadWork(assessmentId);
  const asked = dayAsked(typed, new Date());
  const { day, error } = asked;
  const began = day === null || day >= isoDate(assessment.startedAt);
  const then = day && began ? await answersBefore(user, assessmentId, endOfDay(day)) : null;
  if (day && began && !then) notFound();
  const words = day && dateInWords(new Date(`${day}T12:00:00Z`));
  const { careSettings } = assessment;

  return (
    <Page width="full" before={<AssessmentTrail assessment={assessment} />}>
      {error && <ErrorSummary errors={[{ text: error, href: "#on" }]} />}
      <PageHeading caption={`Assessment ${assessment.round}`}>The assessment on an earlier day</PageHeading>
      <p>Every version of every answer is kept. The round began on {dateInWords(assessment.startedAt)}.</p>
      <form method="get" action={assessmentHistoryPath(assessmentId)} noValidate>
        <DateInput
          name="on"
          legend="Show the assessment as it stood at the end of"
          legendSize="m"
          hint="For example, 20 11 2026"
          defaultValue={asked.typed}
          error={error}
        />
        <SubmitButton>Show this day</SubmitButton>
      </form>
      {!began && <p>The round had not begun on {words}.</p>}
      {then && (
        <>
          <h2 className="nhsuk-heading-m">At the end of {words}</h2>
          <Table
            caption="Results then and now"
            columns={["Care setting", "Stage then", "Score then", "Stage now", "Score now"].map((header) => ({
              header,
            }))}
            rows={resultsThenAndNow(framework, careSettings, then, rows).map((row) => ({
              id: row.setting,
              cells: [settingName(framework, row.setting), ...row.then, ...row.now],
            }))}
          />
          <Table
            caption="Answers whose level has changed since"
            columns={["Question", "For", "Level then", "Level now"].map((header) => ({ header }))}
            rows={levelsThenAndNow(framework, careSettings, then, rows).map(({ task, from, to }) => ({
              id: `${task.capability.id} ${task.scope}`,
              cells: [
                <a
                  key="link"
                  className="nhsuk-link"
                  href={answerHistoryPath({
                    assessmentId,
                    capabilityId: task.capability.id,
                    scope: task.scope,
                  })}
                >
                  {task.capability.number} {task.capability.name}
                </a>,
                scopeName(framework, task.scope),
                from,
                to,
              ],
            }))}
            empty="No answer has changed its level since."
          />
        </>
      )}
    </Page>
  );
}
