import type { Metadata } from "next";
import { HiddenButton } from "@/components/forms/hidden-button";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { CostForm } from "@/components/plan/cost-form";
import { notFound } from "@/lib/auth/not-found";
import { loadActionToChange } from "../../../load-plan";
import { ActionTrail } from "../../action-trail";
import { removeCostAction, saveCostAction } from "../../line-actions";

type Props = { params: Promise<{ ods: string; action: string; line: string }> };

export const metadata: Metadata = { title: "A cost" };

/** One cost of an action, new or to change. */
export default async function CostPage({ params }: Props) {
  const { ods, action: id, line } = await params;
  const { trust, action } = await loadActionToChange(ods, id);
  const cost = action.costs.find((one) => one.id === line);
  if ((!cost && line !== "new") || action.status === "ended") notFound();
  const hidden = { ods: trust.odsCode, id: action.id, version: action.version, line };
  return (
    <Page before={<ActionTrail trust={trust} action={action} />}>
      <PageHeading caption={action.title}>{cost ? "Change this cost" : "Add a cost"}</PageHeading>
      <CostForm action={saveCostAction} hidden={hidden} cost={cost} />
      {cost && (
        <>
          <h2 className="nhsuk-heading-m">Take it away</h2>
          <HiddenButton action={removeCostAction} hidden={hidden}>
            Take this cost away
          </HiddenButton>
        </>
      )}
    </Page>
  );
}
