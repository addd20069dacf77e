import type { Metadata } from "next";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { BenefitTotals } from "@/components/plan/benefit-totals";
import { BesideProgramme } from "@/components/plan/beside-programme";
import { CostTotals } from "@/components/plan/cost-totals";
import { BenefitTable, CostTable } from "@/components/plan/money-tables";
import { notFound } from "@/lib/auth/not-found";
import { actionPath, planPath } from "@/lib/http/addresses";
import { putForward } from "@/lib/plan/action";
import { moneyOf } from "@/lib/plan/money";
import { ActionTrail } from "../[action]/action-trail";
import { loadPlan } from "../load-plan";

type Props = { params: Promise<{ ods: string }> };

export const metadata: Metadata = { title: "Costs, funding and benefits" };

/** What a plan costs, who pays, and what it brings, as finance would put it; made to be printed. */
export default async function PlanMoneyPage({ params }: Props) {
  const { trust, plan, mayPlan, seesAll } = await loadPlan((await params).ods);
  if (!seesAll) notFound();
  const money = moneyOf(putForward(plan.actions));
  const actionHref = (id: string) => actionPath(trust.odsCode, id);
  return (
    <Page width="full" before={<ActionTrail trust={trust} />}>
      <PageHeading caption={trust.name}>Costs, funding and benefits</PageHeading>
      <p>
        Whole pounds, in the prices they were stated in. Drafts, and actions that were ended, count for
        nothing.
        {plan.hidden > 0 &&
          ` ${plan.hidden} ${plan.hidden === 1 ? "action" : "actions"} about sensitive questions and their money are left out.`}
      </p>
      <h2 className="nhsuk-heading-l">Costs and funding</h2>
      {money.costLines.length > 0 ? (
        <CostTotals money={money} />
      ) : (
        <p>No cost is stated yet.{mayPlan && " Add costs on the page of the action they belong to."}</p>
      )}
      <h2 className="nhsuk-heading-l">Benefits</h2>
      {money.benefitLines.length > 0 ? (
        <BenefitTotals money={money} />
      ) : (
        <p>
          No benefit is stated yet.{mayPlan && " Add benefits on the page of the action that brings them."}
        </p>
      )}
      <h2 className="nhsuk-heading-l">Beside the efficiency programme</h2>
      <BesideProgramme money={money} context={plan.context} />
      {mayPlan && (
        <p className="print:hidden">
          <a className="nhsuk-link" href={planPath(trust.odsCode, "money/context")}>
            Type in the efficiency programme and productivity growth
          </a>
        </p>
      )}
      {money.costLines.length + money.benefitLines.length > 0 && (
        <>
          <h2 className="nhsuk-heading-l">Every figure and what it rests on</h2>
          <CostTable caption="Costs" lines={money.costLines} lineHref={null} actionHref={actionHref} />
          <BenefitTable
            caption="Benefits"
            lines={money.benefitLines}
            lineHref={null}
            actionHref={actionHref}
          />
        </>
      )}
    </Page>
  );
}
