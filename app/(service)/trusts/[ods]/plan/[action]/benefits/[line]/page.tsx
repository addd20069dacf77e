import type { Metadata } from "next";
import { HiddenButton } from "@/components/forms/hidden-button";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { BenefitForm } from "@/components/plan/benefit-form";
import { notFound } from "@/lib/auth/not-found";
import { loadActionToChange } from "../../../load-plan";
import { ActionTrail } from "../../action-trail";
import { removeBenefitAction, saveBenefitAction } from "../../line-actions";

type Props = { params: Promise<{ ods: string; action: string; line: string }> };

export const metadata: Metadata = { title: "A benefit" };

/** One benefit of an action, new or to change. */
export default async function BenefitPage({ params }: Props) {
  const { ods, action: id, line } = await params;
  const { trust, plan, action } = await loadActionToChange(ods, id);
  const benefit = action.benefits.find((one) => one.id === line);
  if ((!benefit && line !== "new") || action.status === "ended") notFound();
  const hidden = { ods: trust.odsCode, id: action.id, version: action.version, line };
  const others = plan.actions.filter(
    (one) => one.id !== action.id && one.status !== "ended" && one.benefits.length > 0,
  );
  return (
    <Page before={<ActionTrail trust={trust} action={action} />}>
      <PageHeading caption={action.title}>{benefit ? "Change this benefit" : "Add a benefit"}</PageHeading>
      <BenefitForm
        action={saveBenefitAction}
        hidden={hidden}
        benefit={benefit}
        others={others.map((one) => ({ value: one.id, text: one.title }))}
      />
      {benefit && (
        <>
          <h2 className="nhsuk-heading-m">Take it away</h2>
          <HiddenButton action={removeBenefitAction} hidden={hidden}>
            Take this benefit away
          </HiddenButton>
        </>
      )}
    </Page>
  );
}
