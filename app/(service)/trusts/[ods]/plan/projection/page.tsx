import type { Metadata } from "next";
import { ErrorSummary } from "@/components/nhs/error-summary";
import { InsetText } from "@/components/nhs/inset-text";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { DayForm } from "@/components/plan/day-form";
import { ProjectionView } from "@/components/plan/projection-view";
import { notFound } from "@/lib/auth/not-found";
import { projectionGround } from "@/lib/data/plan-projection";
import { planPath } from "@/lib/http/addresses";
import { dayTyped } from "@/lib/http/typed-day";
import { lateActions } from "@/lib/plan/projected";
import { isoDate } from "@/lib/report/dates";
import { ActionTrail } from "../[action]/action-trail";
import { loadPlan } from "../load-plan";

type Props = {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { error } = dayAsked(await searchParams, isoDate(new Date()));
  return { title: `${error ? "Error: " : ""}Where the plan takes us` };
}

/** Score, stage and distance on any day, if what the plan says is done by then: beside how it went so far. */
export default async function ProjectionPage({ params, searchParams }: Props) {
  const { user, trust, today, seesAll } = await loadPlan((await params).ods);
  if (!seesAll) notFound();
  const ground = await projectionGround(user, trust.id);
  const { asked, error, typed } = dayAsked(await searchParams, today);
  const late = ground ? lateActions(ground.actions, today) : 0;
  const unnamed = ground?.unnamed.length ?? 0;

  return (
    <Page width="full" before={<ActionTrail trust={trust} />}>
      {error && <ErrorSummary errors={[{ text: error, href: "#on" }]} />}
      <PageHeading caption={trust.name}>Where the plan takes us</PageHeading>
      {!ground ? (
        <p>There is nothing to start from yet: no round is open or signed off that you may see.</p>
      ) : (
        <>
          <p>
            If every action meets what it names by its due date, and nothing else changes. It starts from{" "}
            {ground.signedOff ? "the signed-off result of" : "the answers as they stand in"} {ground.round},
            and is worked out by the same rules as every result.
          </p>
          {unnamed > 0 && (
            <p>
              {unnamed === 1 ? "1 action" : `${unnamed} actions`} about sensitive questions{" "}
              {unnamed === 1 ? "counts" : "count"} in the figures and {unnamed === 1 ? "has" : "have"} no day
              here.
            </p>
          )}
          {late > 0 && (
            <InsetText>
              <p>
                <a className="nhsuk-link" href={`${planPath(trust.odsCode)}?show=late`}>
                  {late === 1 ? "1 action is" : `${late} actions are`} late
                </a>
                . Late actions move nothing here until they have a new due date.
              </p>
            </InsetText>
          )}
          <DayForm path={planPath(trust.odsCode, "projection")} typed={typed} error={error ?? undefined} />
          {ground.careSettings.map((setting) => (
            <ProjectionView key={setting} ground={ground} setting={setting} today={today} asked={asked} />
          ))}
        </>
      )}
    </Page>
  );
}

function dayAsked(query: Record<string, string | string[] | undefined>, today: string) {
  const part = (name: string) => {
    const found = query[`on-${name}`];
    return typeof found === "string" ? found.trim() : "";
  };
  const typed = { day: part("day"), month: part("month"), year: part("year") };
  const found = dayTyped(typed);
  if (found === null) return { asked: null, error: null, typed };
  if (found === undefined) return { asked: null, error: "Enter a real date, such as 31 3 2027", typed };
  const asked = found.toISOString().slice(0, 10);
  const error = asked < today ? "The date must be today or in the future" : null;
  return { asked: error ? null : asked, error, typed };
}
