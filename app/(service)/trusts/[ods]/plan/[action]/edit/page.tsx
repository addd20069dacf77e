import type { Metadata } from "next";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { PlannedActionForm } from "@/components/plan/action-form";
import { possibleOwners } from "@/lib/data/planning-people";
import { isChangeable } from "@/lib/plan/action";
import { changeActionAction } from "../../actions";
import { loadActionToChange } from "../../load-plan";
import { ownerChoices } from "../../owner-choices";
import { ActionTrail } from "../action-trail";

type Props = { params: Promise<{ ods: string; action: string }> };

export const metadata: Metadata = { title: "Change an action" };

/** What an action says, to change. */
export default async function EditActionPage({ params }: Props) {
  const { ods, action: id } = await params;
  const { user, trust, action } = await loadActionToChange(ods, id);
  const people = await possibleOwners(user, trust.id);
  return (
    <Page before={<ActionTrail trust={trust} action={action} />}>
      <PageHeading caption={action.title}>Change this action</PageHeading>
      <PlannedActionForm
        action={changeActionAction}
        hidden={{ ods: trust.odsCode, id: action.id, version: action.version }}
        people={ownerChoices(people)}
        kept={action}
        open={isChangeable(action)}
      />
    </Page>
  );
}
