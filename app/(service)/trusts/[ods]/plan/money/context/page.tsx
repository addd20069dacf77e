import type { Metadata } from "next";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { ContextForm } from "@/components/plan/context-form";
import { TrustTrail } from "@/components/trail/trust-trail";
import { notFound } from "@/lib/auth/not-found";
import { planPath } from "@/lib/http/addresses";
import { loadPlan } from "../../load-plan";
import { saveContextAction } from "./actions";

type Props = { params: Promise<{ ods: string }> };

export const metadata: Metadata = { title: "Efficiency programme and productivity" };

/** Where a trust types what the money of its plan is read beside. */
export default async function PlanContextPage({ params }: Props) {
  const { trust, plan, mayPlan } = await loadPlan((await params).ods);
  if (!mayPlan) notFound();
  return (
    <Page
      before={
        <TrustTrail
          trust={trust}
          then={[
            { href: planPath(trust.odsCode), text: "Plan" },
            { href: planPath(trust.odsCode, "money"), text: "Costs, funding and benefits" },
          ]}
        />
      }
    >
      <PageHeading caption={trust.name}>Efficiency programme and productivity</PageHeading>
      <p>
        Cash-releasing benefit is set against the efficiency programme. Productivity growth stands beside it
        as context; the plan never claims a part of it.
      </p>
      <ContextForm
        action={saveContextAction}
        hidden={{ ods: trust.odsCode, version: plan.context.version }}
        context={plan.context}
      />
    </Page>
  );
}
