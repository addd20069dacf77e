import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { randomUUID } from "node:crypto";
import { cache } from "react";
import { AnswerDetails } from "@/components/assessment/answer-details";
import { AnswerForm } from "@/components/assessment/answer-form";
import { CopiedNotice, SavedNotice } from "@/components/assessment/answer-notices";
import { AnswerLinks } from "@/components/assessment/answer-links";
import { AnswerSaver } from "@/components/assessment/answer-saver";
import { AssignmentPanel } from "@/components/assessment/assignment-panel";
import { AnswerRead } from "@/components/assessment/answer-read";
import { AnswerStanding } from "@/components/assessment/answer-standing";
import { beforeIn, givenInWords, toConfirmInWords } from "@/components/assessment/answer-in-words";
import { CapabilityAside } from "@/components/assessment/capability-aside";
import { LiveAnswer } from "@/components/assessment/live-answer";
import { RefusedAnswerPanel } from "@/components/assessment/refused-answer-panel";
import { ScopeSwitch } from "@/components/assessment/scope-switch";
import { SystemsBehind } from "@/components/assessment/systems-behind";
import { InsetText } from "@/components/nhs/inset-text";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Pagination } from "@/components/nhs/pagination";
import { Tag } from "@/components/nhs/tag";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { may, type Permission } from "@/lib/access/policy";
import { questionKey } from "@/lib/assessment/assignment";
import { taskKey } from "@/lib/assessment/chase";
import { neighboursOf } from "@/lib/assessment/neighbours";
import { mayAnswerIn } from "@/lib/assessment/scopes";
import { savedJustNow } from "@/lib/assessment/stored-answer";
import type { Task } from "@/lib/assessment/tasks";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { groundOf } from "@/lib/data/answer-access";
import { broughtFrom } from "@/lib/data/brought-from";
import { refusedAnswer } from "@/lib/data/refused-answers";
import { dimensionOf, findCapability } from "@/lib/framework/find";
import { organisationWord } from "@/lib/framework/organisation-word";
import { scopeName } from "@/lib/framework/setting-names";
import { answerPagePath, resultsPath, viewsPath } from "@/lib/http/addresses";
import { servedBuild } from "@/lib/http/build";
import { dayOf } from "@/lib/report/dates";
import { loadQuestions } from "../../../load-questions";
import { takeBackAction } from "./actions";
import { capabilityView } from "./capability-view";

type Props = {
  params: Promise<{ assessmentId: string; capability: string; scope: string }>;
  searchParams: Promise<{ saved?: string; copied?: string; refused?: string }>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { assessmentId, capability, scope } = await params;
  const { refused } = await searchParams;
  const { framework, assessment } = await loadQuestions(assessmentId, capability);
  const found = findCapability(framework, capability);
  if (!found || !mayAnswerIn(found, assessment.careSettings, scope)) return { title: "Page not found" };
  const prefix = (await loadRefused(assessmentId, capability, scope, refused)) ? "Error: " : "";
  return { title: `${prefix}${found.number} ${found.name}, ${scopeName(framework, scope)}` };
}

/** What was typed and refused, where the address names it; read once for the page and its title. */
const loadRefused = cache(
  async (assessmentId: string, capabilityId: string, scope: string, refused: string | undefined) =>
    refused ? refusedAnswer(await requireUser(), { assessmentId, capabilityId, scope }, refused) : null,
);

/** One capability in one scope: what it is, its ladder, and where the answer stands. */
export default async function CapabilityPage({ params, searchParams }: Props) {
  const { assessmentId, capability: capabilityId, scope } = await params;
  const { saved, copied, refused } = await searchParams;
  const work = await loadQuestions(assessmentId, capabilityId);
  const { user, assessment, framework, rows, names, sees, assignments, voices, systems } = work;
  const capability = findCapability(framework, capabilityId);
  if (!capability || !mayAnswerIn(capability, assessment.careSettings, scope)) notFound();
  const assignment = assignments.find((open) => open.scope === scope);
  const place = { assessmentId, capabilityId, scope };
  const asked = voices.filter((voice) => voice.scope === scope);
  if (sees === "their own" && asked.some(({ state }) => state === "asked")) redirect(viewsPath(place));
  if (sees === "their own" && !assignment) notFound();

  const dimension = dimensionOf(framework, capabilityId);
  const view = capabilityView(framework, assessment.careSettings, capability, scope, rows);
  const kept = await loadRefused(assessmentId, capabilityId, scope, refused);
  // The questions before and after, among those the person sees.
  const own =
    sees === "their own" ? new Set((await loadQuestions(assessmentId)).assignments.map(questionKey)) : null;
  const seen = (task: Task) => own?.has(taskKey(task)) ?? true;
  const neighbours = neighboursOf(framework, assessment.careSettings, place, seen);
  const link = (task: typeof neighbours.next) =>
    task && {
      href: answerPagePath({ assessmentId, capabilityId: task.capability.id, scope: task.scope }),
      label: `${task.capability.number} ${task.capability.name}${task.scope === "organisation" ? "" : ` (${scopeName(framework, task.scope)})`}`,
    };
  const ground = groundOf(user, assessment.organisationId, assignment?.personId ?? null);
  const open = assessment.state === "in_progress";
  const editable = ground !== null && open;
  const can = (permission: Permission) => open && may(user, permission, assessment.organisationId);
  const { answer, row } = view;
  const before = beforeIn(framework, answer?.carriedForward ? await broughtFrom(user, place) : null);
  const justNow = savedJustNow(row, user.personId, new Date());

  return (
    <Page width="full" before={<AssessmentTrail assessment={assessment} />}>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <PageHeading caption={`${dimension?.number}. ${dimension?.name} · ${scopeName(framework, scope)}`}>
            {capability.number} {view.name}
          </PageHeading>
          {view.safeguard && (
            <p>
              <Tag colour="purple">Safeguard</Tag> This must reach level 3 before the{" "}
              {organisationWord(framework)} can be Established.
            </p>
          )}
          <p className="nhsuk-lede-text">{view.stem}</p>
          {sees === "all" && (
            <ScopeSwitch
              framework={framework}
              assessment={assessment}
              capability={capability}
              scope={scope}
              rows={rows}
              editable={editable}
            />
          )}
          <AssignmentPanel
            place={place}
            assignment={assignment}
            names={names}
            personId={user.personId}
            today={dayOf(new Date())}
            can={{
              assign: can("assign and chase"),
              handBack: can("hand a question back"),
              typeForOthers: can("answer for another person") && !can("answer questions"),
            }}
            takeBackAction={takeBackAction}
          />
          {saved && !kept && justNow && <SavedNotice next={link(neighbours.next)} />}
          {copied && justNow && answer && before?.kind === "copied" && (
            <CopiedNotice answer={answer} from={before.from} place={place} />
          )}
          {kept && (
            <RefusedAnswerPanel
              kept={kept}
              capability={capability}
              view={view}
              place={place}
              editable={editable}
              own={row?.savedById === user.personId}
            />
          )}
          {!editable && (
            <InsetText>
              <p>
                {ground
                  ? "This round is closed, so its answers can be read but not changed."
                  : "You can read this answer. A digital lead or the person it is assigned to can change it."}
              </p>
            </InsetText>
          )}
          {open && <LiveAnswer place={place} />}
          <div id="answer">
            <AnswerStanding
              low={view.level.low}
              high={view.level.high}
              levelNames={view.levelNames}
              next={view.next}
              missing={view.missing}
              above={view.level.above.length}
              notApplicable={view.notApplicableText}
              given={answer ? givenInWords(answer, names, before) : null}
            />
          </div>
          <AnswerLinks
            place={place}
            all={sees === "all"}
            mayCopy={answer !== undefined && can("answer questions")}
            views={asked.length > 0 || can("ask for views") ? asked : null}
          />
          {editable ? (
            <AnswerForm
              place={place}
              saveKey={randomUUID()}
              framework={framework}
              capability={capability}
              view={view}
              toConfirm={answer?.carriedForward ? toConfirmInWords(answer, names) : null}
              mayConfirm={can("confirm an answer")}
              details={
                <AnswerDetails
                  note={kept?.typed.note ?? answer?.note ?? ""}
                  confidence={answer?.confidence ?? null}
                  reasonNeeded={view.differsHere}
                  noteError={kept?.problems.find(({ path }) => path === "/note")?.message}
                />
              }
              saver={<AnswerSaver place={place} version={view.version} build={servedBuild()} />}
            />
          ) : (
            <AnswerRead answer={answer} version={view.version} rungs={view.rungs} open={view.open} />
          )}
          <Pagination label="Questions" previous={link(neighbours.previous)} next={link(neighbours.next)} />
        </div>
        <div className="nhsuk-grid-column-one-third">
          <CapabilityAside framework={framework} capability={capability} />
          <SystemsBehind
            framework={framework}
            systems={systems.filter(({ careSetting }) => view.settings.includes(careSetting))}
            places={(can("judge gaps") ? view.settings : []).map((careSetting) => ({
              careSetting,
              href: `${resultsPath(assessmentId, careSetting, "gaps")}#${capabilityId}`,
            }))}
          />
        </div>
      </div>
    </Page>
  );
}
