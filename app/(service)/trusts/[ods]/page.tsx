import type { Metadata } from "next";
import { ChallengeRepliesCard, MentionsCard } from "@/components/assessment/notices-card";
import { MyQuestionsCard } from "@/components/assessment/my-questions-card";
import { NextSteps } from "@/components/assessment/next-steps";
import { PositionPanel } from "@/components/assessment/position-panel";
import { RoundsTable } from "@/components/assessment/rounds-table";
import { StartRoundForm } from "@/components/assessment/start-round-form";
import { WaitingList } from "@/components/assessment/waiting-list";
import { YearAheadList } from "@/components/assessment/year-ahead-list";
import { CardGroup, CardItem } from "@/components/nhs/card";
import { LinkGroups } from "@/components/nhs/link-groups";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { WarningCallout } from "@/components/nhs/warning-callout";
import { may, type Permission } from "@/lib/access/policy";
import { notFound } from "@/lib/auth/not-found";
import { careSettingNames } from "@/lib/framework/setting-names";
import { roundOf } from "@/lib/assessment/round";
import { currentRound } from "@/lib/assessment/states";
import { requireUser } from "@/lib/auth/current-user";
import { challengeRepliesOf, mentionsOf } from "@/lib/data/notices";
import { myQuestions } from "@/lib/data/my-questions";
import { organisationByCode } from "@/lib/data/organisations";
import { lastReturn } from "@/lib/data/round-returns";
import { trustOverview } from "@/lib/data/trust-overview";
import { assessmentPath, keptPath } from "@/lib/http/addresses";
import { positionsOf } from "./position-panels";
import { startRoundAction } from "./actions";
import { trustLinks } from "./trust-links";

type Props = { params: Promise<{ ods: string }>; searchParams: Promise<{ done?: string }> };

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const trust = await organisationByCode(await requireUser(), (await params).ods);
  return { title: trust?.name ?? "Page not found" };
}

/** A trust's home: what needs doing now, where each care setting stands, and its rounds. */
export default async function TrustHomePage({ params, searchParams }: Props) {
  const user = await requireUser();
  const trust = await organisationByCode(user, (await params).ods);
  if (!trust || !may(user, "see the trust", trust.id)) notFound();
  const overview = await trustOverview(user, trust.id);
  const { current, revised, assessments, signedOff } = overview;
  const can = (permission: Permission) => may(user, permission, trust.id);
  const mine = await myQuestions(user, trust.id);
  const mentions = await mentionsOf(user, trust.id);
  const replies = await challengeRepliesOf(user, trust.id);
  const canDo = {
    answer: can("answer questions") || can("answer for another person"),
    send: can("send for review"),
    sign: can("sign off"),
    review: can("write the review summary"),
  };
  const positions = positionsOf(overview, { showSensitive: can("see sensitive items") });
  const [last] = signedOff;
  const open = currentRound(assessments);
  const { done } = await searchParams;
  const noneOpen = assessments.every(({ state }) => state === "signed_off");

  return (
    <Page width="full">
      {done === "signed" && last && (
        <NotificationBanner kind="success">
          <NotificationHeading>The {last.snapshot.round} assessment is signed off</NotificationHeading>
          <p>Its result is kept for good, and the board can see it. The next round is open.</p>
        </NotificationBanner>
      )}
      <PageHeading caption={`Organisation code ${trust.odsCode}`}>{trust.name}</PageHeading>
      {current && (
        <NextSteps
          assessment={current.assessment}
          progress={current.progress}
          can={canDo}
          givenBack={await lastReturn(user, current.assessment)}
        >
          {current.waiting && current.assessment.careSettings[0] && (
            <WaitingList
              waiting={current.waiting}
              odsCode={trust.odsCode}
              assessmentId={current.assessment.id}
              setting={current.assessment.careSettings[0]}
            />
          )}
        </NextSteps>
      )}
      {revised && (
        <NextSteps {...revised} can={canDo} givenBack={await lastReturn(user, revised.assessment)} />
      )}
      {open && !current && can("see current results") && (
        <WarningCallout heading={`The questions of the ${open.round} assessment are missing`}>
          <p>
            Nothing that was saved is lost. <a href={keptPath(open.id)}>See what is kept and what to do</a>.
          </p>
        </WarningCallout>
      )}
      {mine
        .filter(({ open, views }) => open + views > 0 || !current)
        .map((waiting) => (
          <MyQuestionsCard
            key={waiting.assessmentId}
            {...waiting}
            href={`${assessmentPath(waiting.assessmentId)}${current ? "?show=mine" : ""}`}
          />
        ))}
      <ChallengeRepliesCard replies={replies} />
      <MentionsCard mentions={mentions} />
      {noneOpen && can("start a round") && trust.careSettings.length === 0 && (
        <WarningCallout heading="Your trust has no care settings yet">
          <p>
            Each care setting has a result of its own, so an assessment begins with them. Ask whoever runs
            this installation to add yours.
          </p>
        </WarningCallout>
      )}
      {noneOpen && can("start a round") && trust.careSettings.length > 0 && (
        <StartRoundForm
          action={startRoundAction}
          ods={trust.odsCode}
          round={roundOf(new Date())}
          careSettings={trust.careSettings.map((id) => ({ value: id, label: careSettingNames[id] }))}
        />
      )}
      {positions.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">{current ? "Current position" : "Signed-off position"}</h2>
          <CardGroup>
            {positions.map((position) => (
              <CardItem key={position.setting} heading={position.name} headingLevel={3} href={position.href}>
                <PositionPanel {...position} />
              </CardItem>
            ))}
          </CardGroup>
        </>
      )}
      {current?.ahead && current.assessment.careSettings[0] && (
        <YearAheadList
          entries={current.ahead}
          odsCode={trust.odsCode}
          assessmentId={current.assessment.id}
          setting={current.assessment.careSettings[0]}
        />
      )}
      <LinkGroups groups={trustLinks(trust.odsCode, can, last?.snapshot.round ?? null)} />
      <RoundsTable
        assessments={assessments}
        signOffs={signedOff.map(({ snapshot }) => snapshot)}
        seesOpen={can("see progress")}
      />
    </Page>
  );
}
