import type { Metadata } from "next";
import { AgreedAnswerForm } from "@/components/assessment/agreed-answer-form";
import { AskViewsForm } from "@/components/assessment/ask-views-form";
import { beforeIn, givenInWords } from "@/components/assessment/answer-in-words";
import { GiveViewForm } from "@/components/assessment/give-view-form";
import { ViewsAsked } from "@/components/assessment/views-asked";
import { ViewsSpread } from "@/components/assessment/views-spread";
import { Details } from "@/components/nhs/details";
import { InsetText } from "@/components/nhs/inset-text";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { may } from "@/lib/access/policy";
import { NOTE_LIMIT } from "@/lib/assessment/answer-body";
import { CRITERION_FIELD } from "@/lib/assessment/answer-form";
import { ASSIGNMENT_TEXT_LIMIT } from "@/lib/assessment/assignment";
import { pickedLevel } from "@/lib/assessment/picked-level";
import { mayAnswerIn } from "@/lib/assessment/scopes";
import type { View } from "@/lib/assessment/voice";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { getFramework } from "@/lib/data/frameworks";
import { mailServer } from "@/lib/env";
import { viewsOf } from "@/lib/data/views-of";
import { findCapability } from "@/lib/framework/find";
import { scopeName } from "@/lib/framework/setting-names";
import { answerPagePath } from "@/lib/http/addresses";
import { dayOf } from "@/lib/report/dates";
import { capabilityView } from "../capability-view";
import { agreedAction, askAction, giveAction, letOffAction } from "./actions";

type Props = {
  params: Promise<{ assessmentId: string; capability: string; scope: string }>;
  searchParams: Promise<{ asked?: string; given?: string }>;
};

export const metadata: Metadata = { title: "Views of colleagues" };

/** Colleagues' own views of one question: asked for, given blind, compared, and what was agreed from them. */
export default async function ViewsPage({ params, searchParams }: Props) {
  const { assessmentId, capability: capabilityId, scope } = await params;
  const { asked, given } = await searchParams;
  const user = await requireUser();
  const place = { assessmentId, capabilityId, scope };
  const found = await viewsOf(user, place);
  if (!found) notFound();
  const { assessment, voices, mine, views, rows, askable, brought, names } = found;
  const framework = await getFramework(assessment.frameworkId, assessment.frameworkVersion);
  const capability = findCapability(framework, capabilityId);
  if (!capability || !mayAnswerIn(capability, assessment.careSettings, scope)) notFound();

  const { organisationId } = assessment;
  const open = assessment.state === "in_progress";
  const readsAll = may(user, "read answers", organisationId, assessmentId);
  const view = capabilityView(framework, assessment.careSettings, capability, scope, rows);
  const owes = mine?.state === "asked";
  const own = views.find(({ personId }) => personId === user.personId);
  const levels = framework.levels.map(({ level, name, test }) => ({
    value: String(level),
    label: `Level ${level}: ${name}`,
    hint: test,
  }));
  const title = `${capability.number} ${view.name}`;
  const nameOf = (id: string) => names.get(id) ?? "A former colleague";
  const toAsk = askable.filter(({ personId }) => !voices.some((voice) => voice.personId === personId));
  const people = toAsk.map(({ personId, name, jobTitle }) => ({
    value: personId,
    label: jobTitle ? `${name}, ${jobTitle}` : name,
  }));

  return (
    <Page
      before={
        <AssessmentTrail
          assessment={assessment}
          then={readsAll ? [{ href: answerPagePath(place), text: title }] : []}
        />
      }
    >
      {Number(asked) > 0 && (
        <NotificationBanner kind="success">
          <NotificationHeading>
            {asked === "1" ? "1 colleague is asked" : `${Number(asked)} colleagues are asked`}
          </NotificationHeading>
          <p>
            {mailServer()
              ? "They see it with their questions and in their next e-mail."
              : "They see it with their questions. No e-mail is set up here, so tell them yourself."}
          </p>
        </NotificationBanner>
      )}
      {given === "yes" && own && (
        <NotificationBanner kind="success">
          <NotificationHeading>Your view is saved</NotificationHeading>
        </NotificationBanner>
      )}
      <PageHeading caption={`${title} · ${scopeName(framework, scope)}`}>
        {owes && !readsAll ? "Give your own view" : "Views of colleagues"}
      </PageHeading>
      {owes && !readsAll && (
        <>
          <p className="nhsuk-lede-text">{view.stem}</p>
          <InsetText>
            <p>
              {nameOf(mine.askedById)} asks how you see this yourself. You see the trust&rsquo;s answer and
              what colleagues think once you have given your view. It is not scored; it helps to agree on the
              answer.
            </p>
            {mine.note && <p className="app-typed">{mine.note}</p>}
          </InsetText>
        </>
      )}
      {!owes && (
        <ViewsSpread
          views={views}
          waiting={voices.length - views.length}
          criteria={view.rungs.flatMap(({ level, criteria }) => criteria.map((each) => ({ ...each, level })))}
          agreed={
            view.answer
              ? {
                  level: view.notApplicableText === null ? view.level : null,
                  note: view.answer.note,
                  given: givenInWords(view.answer, names, beforeIn(framework, brought)),
                }
              : null
          }
          nameOf={nameOf}
        />
      )}
      {readsAll && voices.length > 0 && (
        <ViewsAsked
          voices={voices}
          nameOf={nameOf}
          today={dayOf(new Date())}
          place={place}
          letOffAction={open && may(user, "ask for views", organisationId) ? letOffAction : null}
        />
      )}
      {mine && !readsAll && open && (
        <>
          {!owes && <h2 className="nhsuk-heading-m">Change your view</h2>}
          <GiveViewForm
            key={mine.version}
            action={giveAction}
            hidden={{ ...place, version: mine.version }}
            levels={levels}
            rungs={view.rungs}
            reasons={(capability.mayBeNotApplicable?.reasons ?? []).map(({ id, text }) => ({
              value: id,
              text,
            }))}
            before={own ? fieldsOf(own, pickedLevel(capability, view.settings, own.criteria)) : {}}
            noteLimit={NOTE_LIMIT}
          />
        </>
      )}
      {open && views.length > 0 && may(user, "answer questions", organisationId) && (
        <>
          <h2 className="nhsuk-heading-m">Record what you agreed</h2>
          <AgreedAnswerForm
            action={agreedAction}
            hidden={{ ...place, version: view.version }}
            levels={[
              ...(view.answer ? [{ value: "as_it_stands", label: "The answer as it stands" }] : []),
              ...levels,
            ]}
            caution={
              view.answer && view.picked === null && view.notApplicableText === null
                ? "The answer was given criterion by criterion. A level picked here decides every criterion anew. To keep them, change the criteria on the question's page first, then choose the answer as it stands."
                : null
            }
            limit={NOTE_LIMIT}
          />
        </>
      )}
      {open && may(user, "ask for views", organisationId) && (
        <>
          <h2 className="nhsuk-heading-m">Ask colleagues</h2>
          {people.length > 0 ? (
            <>
              <p>
                They see the question and neither its answer nor other views until they have given their own.
                You can ask contributors who do not have this question themselves.
              </p>
              <AskViewsForm
                action={askAction}
                hidden={place}
                people={people}
                noteLimit={ASSIGNMENT_TEXT_LIMIT}
              />
            </>
          ) : (
            <p>
              There is nobody else to ask. You can ask contributors who do not have this question themselves
              and who do not read all answers.
            </p>
          )}
        </>
      )}
      {!open && (
        <InsetText>
          <p>This round is in review or signed off, so views can be read but neither asked for nor given.</p>
        </InsetText>
      )}
      {owes && !open && <Details summary="What the question asks">{view.stem}</Details>}
    </Page>
  );
}

/** A view given before, as its form shows it again. */
function fieldsOf(own: View, picked: number | null): Record<string, string> {
  return {
    note: own.note,
    ...(own.confidence && { confidence: own.confidence }),
    ...(own.notApplicable && { reason: own.notApplicable }),
    ...(picked !== null && { level: String(picked) }),
    ...Object.fromEntries(Object.entries(own.criteria).map(([id, state]) => [CRITERION_FIELD + id, state])),
  };
}
