import type { Metadata } from "next";
import { PlanTable } from "@/components/plan/plan-table";
import { PlanTimeline } from "@/components/plan/plan-timeline";
import { RiskSquare } from "@/components/plan/risk-square";
import { ButtonLink } from "@/components/nhs/button";
import { EmptyState } from "@/components/nhs/empty-state";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { UnknownChoice } from "@/components/nhs/unknown-choice";
import { TrustTrail } from "@/components/trail/trust-trail";
import { planPath } from "@/lib/http/addresses";
import { isDraft, isLate, type PlannedAction, phaseName, phases } from "@/lib/plan/action";
import { planSummary } from "@/lib/plan/plan-summary";
import { loadPlan } from "./load-plan";

type Props = {
  params: Promise<{ ods: string }>;
  searchParams: Promise<{ show?: string | string[]; phase?: string | string[] }>;
};

export const metadata: Metadata = { title: "Plan" };

type Filter = { show: string; text: string; holds: (action: PlannedAction, today: string) => boolean };

const drafts: Filter = { show: "draft", text: "Drafts", holds: isDraft };

const statuses: readonly Filter[] = [
  { show: "all", text: "All", holds: () => true },
  { show: "late", text: "Late", holds: isLate },
  { show: "in_progress", text: "Under way", holds: ({ status }) => status === "in_progress" },
  { show: "not_started", text: "Not started", holds: ({ status }) => status === "not_started" },
  { show: "finished", text: "Finished", holds: ({ status }) => status === "finished" },
  { show: "ended", text: "Ended early", holds: ({ status }) => status === "ended" },
];

const readingLinks = [
  { page: "projection", text: "Where the plan takes us" },
  { page: "money", text: "Costs, funding and benefits" },
  { page: "plan.xlsx", text: "The plan as an Excel file" },
] as const;

/** A trust's plan: its actions as a list and over time, and where to read what it costs and brings. */
export default async function PlanPage({ params, searchParams }: Props) {
  const { trust, plan, today, mayPlan, seesAll } = await loadPlan((await params).ods);
  const { show, phase } = await searchParams;
  const filters = mayPlan ? [...statuses, drafts] : statuses;
  const known = filters.find((filter) => filter.show === show);
  const chosen = known ?? filters[0];
  const ofPhase = phases.find((one) => String(one) === phase);
  const inPhase = plan.actions.filter((action) => ofPhase === undefined || action.phase === ofPhase);
  const used = phases.filter((one) => plan.actions.some((action) => action.phase === one));
  const actions = inPhase.filter((action) => chosen?.holds(action, today));
  const path = planPath(trust.odsCode);
  const links = [
    ...(seesAll && plan.actions.length > 0 ? readingLinks : []),
    ...(mayPlan ? [{ page: "workbook", text: "Change the plan in Excel" } as const] : []),
  ];
  const summary = planSummary(plan.actions, { ...plan, today });

  return (
    <Page width="full" before={<TrustTrail trust={trust} />}>
      <PageHeading caption={trust.name}>{seesAll ? "Plan" : "Your actions"}</PageHeading>
      {mayPlan && <ButtonLink href={planPath(trust.odsCode, "new")}>Add an action</ButtonLink>}
      {links.length > 0 && (
        <ul className="app-links">
          {links.map(({ page, text }) => (
            <li key={page}>
              <a className="nhsuk-link" href={planPath(trust.odsCode, page)}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
      {plan.hidden > 0 && (
        <p>
          {plan.hidden}{" "}
          {plan.hidden === 1
            ? "action about a sensitive question is"
            : "actions about sensitive questions are"}{" "}
          left out here, with {plan.hidden === 1 ? "its" : "their"} costs and risks.
        </p>
      )}
      {plan.actions.length === 0 ? (
        <EmptyState heading="Nothing is planned yet">
          <p>
            {mayPlan
              ? "Add an action here, or begin one from a gap or from a step of the shortest way in your results."
              : "Your digital lead adds actions to the plan."}
          </p>
        </EmptyState>
      ) : (
        <>
          <UnknownChoice
            asked={[
              { text: show, known: known !== undefined },
              { text: phase, known: ofPhase !== undefined },
            ]}
            instead="All actions are shown in its place."
          />
          {plan.actions.length > 1 && (
            <>
              <nav aria-label="Show actions">
                <ul className="app-filters">
                  {filters.map((filter) => (
                    <li key={filter.show}>
                      <a
                        href={`${path}?show=${filter.show}${ofPhase ? `&phase=${ofPhase}` : ""}`}
                        aria-current={filter === chosen ? "page" : undefined}
                      >
                        {filter.text} ({inPhase.filter((action) => filter.holds(action, today)).length})
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
              <nav aria-label="Show phases">
                <ul className="app-filters">
                  {[undefined, ...used].map((one) => (
                    <li key={one ?? "all"}>
                      <a
                        href={`${path}?show=${chosen?.show ?? "all"}${one ? `&phase=${one}` : ""}`}
                        aria-current={one === ofPhase ? "page" : undefined}
                      >
                        {one ? phaseName(one) : "All phases"}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
            </>
          )}
          <PlanTable
            odsCode={trust.odsCode}
            actions={actions}
            today={today}
            caption={`${chosen?.text ?? "All"}: ${actions.length} ${actions.length === 1 ? "action" : "actions"}`}
          />
          <PlanTimeline actions={actions} today={today} />
          <RiskSquare odsCode={trust.odsCode} risks={summary.risks} />
        </>
      )}
    </Page>
  );
}
