import type { Metadata } from "next";
import { InsetText } from "@/components/nhs/inset-text";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { FinishForm } from "@/components/plan/finish-form";
import { notFound } from "@/lib/auth/not-found";
import { planGround } from "@/lib/data/plan-ground";
import { isDraft, isOpen } from "@/lib/plan/action";
import { servedCapability } from "@/lib/plan/criteria-of-plan";
import { tickGroup } from "@/lib/report/served-groups";
import { loadAction } from "../../load-plan";
import { ActionTrail } from "../action-trail";
import { finishPlannedAction } from "./actions";

type Props = { params: Promise<{ ods: string; action: string }> };

export const metadata: Metadata = { title: "Finish an action" };

/** Where an action's owner says that it is done and which of its statements are true now. */
export default async function FinishActionPage({ params }: Props) {
  const { ods, action: id } = await params;
  const { user, trust, action, today, mayFinish } = await loadAction(ods, id);
  if (!mayFinish || action.status === "ended" || isDraft(action)) notFound();
  const ground = await planGround(user, trust.id);
  const groups = action.serves.flatMap((serves) => {
    const served = ground && servedCapability(ground, serves.capabilityId, serves.scope);
    if (!ground || !served) return [];
    const group = tickGroup(ground, served, serves);
    const ticks = group.ticks.filter(({ ticked, met }) => ticked && !met);
    return ticks.length > 0 ? [{ ...group, ticks }] : [];
  });
  const open = isOpen(action);

  return (
    <Page before={<ActionTrail trust={trust} action={action} />}>
      <PageHeading caption={action.title}>
        {open ? "Finish this action" : "Confirm what this action met"}
      </PageHeading>
      {groups.length > 0 ? (
        <InsetText>
          <p>
            What you tick becomes an answer of the {ground?.round} round, saved in your name. What you do not
            tick stays as it is: an action that is finished meets nothing by itself.
          </p>
        </InsetText>
      ) : (
        <p>
          {action.serves.length === 0
            ? "This action names no statements, so finishing it changes no answer."
            : "Everything this action was to meet is answered as met already, or not asked in this round."}
        </p>
      )}
      {(open || groups.length > 0) && (
        <FinishForm
          action={finishPlannedAction}
          hidden={{
            ods: trust.odsCode,
            id: action.id,
            version: action.version,
            ...(open ? {} : { again: "yes" }),
          }}
          groups={groups}
          today={open ? today : null}
        />
      )}
    </Page>
  );
}
