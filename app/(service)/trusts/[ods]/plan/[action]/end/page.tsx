import type { Metadata } from "next";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { EndActionForm } from "@/components/plan/end-action-form";
import { notFound } from "@/lib/auth/not-found";
import { isChangeable } from "@/lib/plan/action";
import { endActionAction } from "../../actions";
import { loadActionToChange } from "../../load-plan";
import { ActionTrail } from "../action-trail";

type Props = { params: Promise<{ ods: string; action: string }> };

export const metadata: Metadata = { title: "End an action early" };

/** Where an action is given up, with the reason. */
export default async function EndActionPage({ params }: Props) {
  const { ods, action: id } = await params;
  const { trust, action } = await loadActionToChange(ods, id);
  if (!isChangeable(action)) notFound();
  return (
    <Page before={<ActionTrail trust={trust} action={action} />}>
      <PageHeading caption={action.title}>End this action early</PageHeading>
      <p>
        It stays in the plan with your reason and its history. Its costs and benefits no longer count, and it
        no longer moves the projection. It can be taken up again.
      </p>
      <EndActionForm
        action={endActionAction}
        hidden={{ ods: trust.odsCode, id: action.id, version: action.version }}
      />
    </Page>
  );
}
