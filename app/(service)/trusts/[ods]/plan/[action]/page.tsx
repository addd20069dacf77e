import type { Metadata } from "next";
import { HiddenButton } from "@/components/forms/hidden-button";
import { ButtonLink } from "@/components/nhs/button";
import { InsetText } from "@/components/nhs/inset-text";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { ActionFacts } from "@/components/plan/action-facts";
import { ActionHistory } from "@/components/plan/action-history";
import { BenefitTable, CostTable } from "@/components/plan/money-tables";
import { ServedCriteria } from "@/components/plan/served-criteria";
import { CopyToTrusts } from "@/components/sharing/copy-to-trusts";
import { may } from "@/lib/access/policy";
import { actionHistory } from "@/lib/data/action-history";
import { actionPlaces } from "@/lib/data/copy-planned-action";
import { namesOf } from "@/lib/data/people";
import { planGround } from "@/lib/data/plan-ground";
import { actionLinePath, actionPath, answerPagePath } from "@/lib/http/addresses";
import { isChangeable, isDraft, isOpen, TITLE_LIMIT } from "@/lib/plan/action";
import { moneyOf } from "@/lib/plan/money";
import { servedGroups } from "@/lib/report/served-groups";
import { copyPlannedActionAction, putForwardAction, takeUpAction } from "../actions";
import { loadAction } from "../load-plan";
import { ActionTrail } from "./action-trail";

type Props = {
  params: Promise<{ ods: string; action: string }>;
  searchParams: Promise<{ finished?: string; copied?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ods, action } = await params;
  return { title: (await loadAction(ods, action)).action.title.slice(0, TITLE_LIMIT) };
}

/** One action: what, whose, when, what it will meet, what it costs and brings, and how it came to be so. */
export default async function ActionPage({ params, searchParams }: Props) {
  const { ods, action: id } = await params;
  const { user, trust, plan, action, today, mayPlan, mayFinish } = await loadAction(ods, id);
  const { finished, copied } = await searchParams;
  const others = mayPlan && action.status !== "ended" ? await actionPlaces(user, trust.id, action) : [];
  const history = await actionHistory(user, trust.id, action.id);
  const ground = await planGround(user, trust.id);
  const mayRead = may(user, "read answers", trust.id);
  const showName = may(user, "see who answered", trust.id) || mayFinish;
  const names = action.ownerId && showName ? await namesOf([action.ownerId]) : new Map<string, string>();
  const open = isOpen(action);
  const changeable = isChangeable(action);
  const money = moneyOf(plan.actions);
  const groups = ground ? servedGroups(ground, action.serves) : [];
  const unconfirmed = groups.some(({ criteria }) => criteria.some(({ met }) => !met));
  const hidden = { ods: trust.odsCode, id: action.id, version: action.version };
  const linesOf = (kind: "costs" | "benefits") =>
    mayPlan ? (line: string) => actionLinePath(trust.odsCode, action.id, kind, line) : null;

  return (
    <Page width="full" before={<ActionTrail trust={trust} />}>
      {finished === "yes" && !changeable && (
        <NotificationBanner kind="success">
          <p>
            The action is finished.{action.serves.length > 0 && " What was confirmed is saved as answers."}
          </p>
        </NotificationBanner>
      )}
      {copied === "yes" && isDraft(action) && (
        <NotificationBanner kind="success">
          <NotificationHeading>Copied to {trust.name}, as a draft</NotificationHeading>
          <p>
            Nobody here has agreed its figures, and nothing is said about who pays.{" "}
            {action.serves.length > 0
              ? "Of what it will meet, only what is asked here and not met yet came along."
              : "Nothing of what it will meet came along: none of it is asked here and not met yet."}
          </p>
        </NotificationBanner>
      )}
      <PageHeading caption={`${trust.name} · Action`}>{action.title}</PageHeading>
      {isDraft(action) && mayPlan && (
        <InsetText>
          <p>
            A draft is seen only by those who plan. It stands in no board paper and moves no figure until it
            is put forward.
          </p>
          <HiddenButton action={putForwardAction} hidden={hidden}>
            Put it forward
          </HiddenButton>
        </InsetText>
      )}
      <ActionFacts action={action} today={today} ownerName={names.get(action.ownerId ?? "") ?? null} />
      <div className="nhsuk-button-group">
        {open && mayFinish && (
          <ButtonLink href={actionPath(trust.odsCode, action.id, "finish")}>Finish this action</ButtonLink>
        )}
        {action.status === "finished" && mayFinish && unconfirmed && (
          <ButtonLink href={actionPath(trust.odsCode, action.id, "finish")}>Confirm what it met</ButtonLink>
        )}
        {mayPlan && (
          <ButtonLink variant="secondary" href={actionPath(trust.odsCode, action.id, "edit")}>
            Change this action
          </ButtonLink>
        )}
        {changeable && mayPlan && (
          <a className="nhsuk-link" href={actionPath(trust.odsCode, action.id, "end")}>
            End it early
          </a>
        )}
      </div>
      <h2 className="nhsuk-heading-l">What it will meet</h2>
      {ground ? (
        <ServedCriteria
          groups={groups.map((group) => ({
            ...group,
            href: mayRead ? answerPagePath({ assessmentId: ground.assessmentId, ...group }) : null,
          }))}
        />
      ) : (
        <p>{action.serves.length === 1 ? "1 question" : `${action.serves.length} questions`}.</p>
      )}
      {changeable && mayPlan && (
        <p>
          <a className="nhsuk-link" href={actionPath(trust.odsCode, action.id, "criteria")}>
            Change what it will meet
          </a>
        </p>
      )}
      <h2 className="nhsuk-heading-l">Costs</h2>
      <CostTable
        caption="Costs of this action"
        lines={money.costLines.filter((line) => line.action.id === action.id)}
        lineHref={linesOf("costs")}
      />
      {mayPlan && (
        <ButtonLink variant="secondary" small href={actionLinePath(trust.odsCode, action.id, "costs", "new")}>
          Add a cost
        </ButtonLink>
      )}
      <h2 className="nhsuk-heading-l">Benefits</h2>
      <BenefitTable
        caption="Benefits of this action"
        lines={money.benefitLines.filter((line) => line.action.id === action.id)}
        lineHref={linesOf("benefits")}
      />
      {mayPlan && (
        <ButtonLink
          variant="secondary"
          small
          href={actionLinePath(trust.odsCode, action.id, "benefits", "new")}
        >
          Add a benefit
        </ButtonLink>
      )}
      {!changeable && mayPlan && (
        <>
          <h2 className="nhsuk-heading-m">Take it up again</h2>
          <p>It then stands as under way. What was confirmed stays answered.</p>
          <HiddenButton action={takeUpAction} hidden={hidden}>
            Take it up again
          </HiddenButton>
        </>
      )}
      <CopyToTrusts
        action={copyPlannedActionAction}
        hidden={{ ods: trust.odsCode, id: action.id }}
        trusts={others.map(({ odsCode, name, copy }) => ({
          odsCode,
          name,
          href: copy && actionPath(odsCode, copy),
        }))}
      />
      <ActionHistory history={history} />
    </Page>
  );
}
