import type { Metadata } from "next";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { WarningCallout } from "@/components/nhs/warning-callout";
import { CriteriaForm } from "@/components/plan/criteria-form";
import { QuestionChooser } from "@/components/plan/question-chooser";
import { tasksOf } from "@/lib/assessment/tasks";
import { notFound } from "@/lib/auth/not-found";
import { planGround } from "@/lib/data/plan-ground";
import { actionPath } from "@/lib/http/addresses";
import { isChangeable } from "@/lib/plan/action";
import { servedCapability } from "@/lib/plan/criteria-of-plan";
import { servedTitle, tickGroup } from "@/lib/report/served-groups";
import { changeCriteriaAction } from "../../actions";
import { loadActionToChange } from "../../load-plan";
import { ActionTrail } from "../action-trail";

type Props = {
  params: Promise<{ ods: string; action: string }>;
  searchParams: Promise<{ question?: string | string[] }>;
};

export const metadata: Metadata = { title: "What an action will meet" };

/** The statements an action will meet, question by question. */
export default async function ActionCriteriaPage({ params, searchParams }: Props) {
  const { ods, action: id } = await params;
  const { user, trust, action } = await loadActionToChange(ods, id);
  if (!isChangeable(action)) notFound();
  const ground = await planGround(user, trust.id);
  const path = actionPath(trust.odsCode, action.id, "criteria");
  const asked = [(await searchParams).question ?? []].flat();
  const places = [
    ...new Set([...action.serves.map(({ capabilityId, scope }) => `${capabilityId}/${scope}`), ...asked]),
  ];
  const groups = places.flatMap((place) => {
    const [capabilityId = "", scope = ""] = place.split("/");
    const served = ground && servedCapability(ground, capabilityId, scope);
    const serves = action.serves.find((one) => one.capabilityId === capabilityId && one.scope === scope);
    return ground && served ? [tickGroup(ground, served, serves)] : [];
  });

  return (
    <Page before={<ActionTrail trust={trust} action={action} />}>
      <PageHeading caption={action.title}>What this action will meet</PageHeading>
      {ground ? (
        <>
          <p>
            One action can serve many questions. Its costs and benefits count once all the same. Nothing is
            confirmed by this: its owner is asked once the action is finished.
          </p>
          <QuestionChooser
            path={path}
            asked={asked}
            questions={tasksOf(ground.framework, ground.careSettings, ground.rows).flatMap((task) => {
              const served = servedCapability(ground, task.capability.id, task.scope);
              const value = `${task.capability.id}/${task.scope}`;
              return served && !places.includes(value) ? [{ value, text: servedTitle(ground, served) }] : [];
            })}
          />
          <CriteriaForm
            action={changeCriteriaAction}
            hidden={{ ods: trust.odsCode, id: action.id, version: action.version }}
            groups={groups}
          />
        </>
      ) : (
        <WarningCallout heading="There is no round to choose from">
          <p>Start a round first: an action meets what a round asks.</p>
        </WarningCallout>
      )}
    </Page>
  );
}
