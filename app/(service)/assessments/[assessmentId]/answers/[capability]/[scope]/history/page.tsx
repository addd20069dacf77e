import type { Metadata } from "next";
import { RestoreForm } from "@/components/assessment/restore-form";
import { RevisionCard } from "@/components/assessment/revision-card";
import { ErrorSummary } from "@/components/nhs/error-summary";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { UnknownChoice } from "@/components/nhs/unknown-choice";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { may } from "@/lib/access/policy";
import { placeInWords } from "@/lib/assessment/copied-place";
import { differsHere, mayAnswerIn } from "@/lib/assessment/scopes";
import { notFound } from "@/lib/auth/not-found";
import { answerHistory } from "@/lib/data/answer-history";
import { findCapability } from "@/lib/framework/find";
import { scopeName } from "@/lib/framework/setting-names";
import { answerPagePath } from "@/lib/http/addresses";
import { loadWork } from "../../../../load-work";
import { restoreAction } from "./actions";
import { historyView } from "./history-view";

type Props = {
  params: Promise<{ assessmentId: string; capability: string; scope: string }>;
  searchParams: Promise<{ wanted?: string }>;
};

export const metadata: Metadata = { title: "History of an answer" };

/** Every version of one answer, what each changed, and the way to put one back. */
export default async function AnswerHistoryPage({ params, searchParams }: Props) {
  const { assessmentId, capability: capabilityId, scope } = await params;
  const { wanted } = await searchParams;
  const { user, assessment, framework } = await loadWork(assessmentId, capabilityId);
  const capability = findCapability(framework, capabilityId);
  const place = { assessmentId, capabilityId, scope };
  const history = await answerHistory(user, place);
  if (!capability || !mayAnswerIn(capability, assessment.careSettings, scope) || !history) notFound();

  const { entries, texts } = historyView(capability, assessment.careSettings, scope, history.revisions);
  const [latest] = entries;
  const version = latest?.revision.version ?? 0;
  const editable =
    may(user, "answer questions", assessment.organisationId) && assessment.state === "in_progress";
  const mayEmpty = !differsHere(capability, scope);
  const refused = entries.find(({ revision }) => String(revision.version) === wanted);
  // What a colleague came between: a version that is here, or no answer at all.
  const came = latest !== undefined && (refused !== undefined || wanted === "0");
  const nameOf = (id: string) => history.names.get(id) ?? "a former colleague";
  const card = (entry: (typeof entries)[number], children?: React.ReactNode) => {
    const { version, byId, because } = entry.revision;
    const by = because.enteredFor ? `${nameOf(byId)} for ${nameOf(because.enteredFor)}` : nameOf(byId);
    const place = history.places.get(version);
    const copiedFrom = place ? placeInWords(framework, place) : null;
    return (
      <RevisionCard key={version} {...entry} by={by} copiedFrom={copiedFrom} texts={texts}>
        {children}
      </RevisionCard>
    );
  };
  const putBack = (restore: number, text: string) => (
    <RestoreForm action={restoreAction} place={place} restore={restore} version={version}>
      {text}
    </RestoreForm>
  );

  return (
    <Page
      before={
        <AssessmentTrail
          assessment={assessment}
          then={[{ href: answerPagePath(place), text: `${capability.number} ${capability.name}` }]}
        />
      }
    >
      {came && (
        <ErrorSummary
          title="A colleague saved this answer before you"
          errors={[{ text: "Compare the two answers below, then choose which to keep.", href: "#choose" }]}
        />
      )}
      <PageHeading caption={`${capability.number} ${capability.name} · ${scopeName(framework, scope)}`}>
        History of this answer
      </PageHeading>
      <UnknownChoice
        asked={[{ text: wanted && `version ${wanted}`, known: came }]}
        instead="The list below has every version."
      />
      {came && (
        <section id="choose">
          <h2 className="nhsuk-heading-m">The answer as it stands now</h2>
          {card(latest)}
          <h2 className="nhsuk-heading-m">What you wanted to put back</h2>
          {refused ? card(refused) : <p>No answer at all, as before the first version.</p>}
          {editable && putBack(Number(wanted), "Put it back all the same")}
          <p>
            <a href={answerPagePath(place)}>Keep the answer as it stands</a>
          </p>
        </section>
      )}
      <h2 className="nhsuk-heading-m">Every version, newest first</h2>
      {entries.length === 0 && <p>Nobody has answered this yet.</p>}
      {entries.map((entry, index) => {
        const { revision, before } = entry;
        if (!editable) return card(entry);
        if (index > 0) {
          const usable = revision.kind !== "withdrawn";
          return card(entry, usable && putBack(revision.version, `Put version ${revision.version} back`));
        }
        const undoable = before ? before.kind !== "withdrawn" : mayEmpty;
        return card(entry, undoable && putBack(before?.version ?? 0, "Undo this change"));
      })}
    </Page>
  );
}
