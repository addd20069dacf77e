import { ErrorSummary } from "@/components/nhs/error-summary";
import { InsetText } from "@/components/nhs/inset-text";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { formUseOf } from "@/lib/assessment/answer-form";
import type { AnswerContent } from "@/lib/assessment/stored-answer";
import { answerEvidencePath } from "@/lib/http/addresses";
import type { RefusedAnswer } from "@/lib/assessment/refused-answer";

/** What a save that went through says, with the way on. */
export function SavedNotice({ next }: { next: { href: string; label: string } | null }) {
  return (
    <NotificationBanner kind="success">
      <NotificationHeading>Your answer is saved</NotificationHeading>
      {next && (
        <p>
          Next: <a href={next.href}>{next.label}</a>
        </p>
      )}
    </NotificationBanner>
  );
}

/** What of an answer came here when it was copied, and what did not. */
export function CopiedNotice({
  answer: { criteria, notApplicable, note, confidence },
  from,
  place,
}: {
  answer: AnswerContent;
  /** Where it was copied from, in words. */
  from: string;
  place: { assessmentId: string; capabilityId: string; scope: string };
}) {
  const decided = Object.keys(criteria).length;
  const came = new Intl.ListFormat("en-GB").format([
    notApplicable === null
      ? `what it says of ${decided === 1 ? "1 criterion" : `${decided} criteria`}`
      : "why it does not apply",
    ...(note ? ["the note"] : []),
    ...(confidence ? ["the confidence"] : []),
  ]);
  return (
    <NotificationBanner kind="success">
      <NotificationHeading>The answer is copied here</NotificationHeading>
      <p>
        Copied from {from}: {came}. Evidence, the target, comments and colleagues’ views stayed there, and so
        did criteria that are not asked here. Read it, then confirm it or change it.
      </p>
      <p>
        <a href={answerEvidencePath(place)}>Add evidence for it here</a>
      </p>
    </NotificationBanner>
  );
}

type RefusedProps = {
  refused: RefusedAnswer;
  /** True where the answer that stands is the person's own, saved in another window. */
  own: boolean;
  /** What was entered, in words, to be compared with the answer that stands. */
  entered: readonly string[];
  /** The single judgements that the picked level would turn round. */
  lost: readonly string[];
};

/** What was entered but not saved, and why. Nobody else sees it. */
export function RefusedNotice({ refused, own, entered, lost }: RefusedProps) {
  return (
    <>
      <ErrorSummary title={titleOf(refused, own)} errors={errorsOf(refused, own)} />
      <InsetText>
        <h2 className="nhsuk-heading-s">What you entered</h2>
        {refused.typed.note && <p className="app-typed">{refused.typed.note}</p>}
        <ul className="nhsuk-list">
          {entered.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {lost.length > 0 && (
          <>
            <p>Picking this level changes what was decided for:</p>
            <ul className="nhsuk-list nhsuk-list--bullet">
              {lost.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </>
        )}
      </InsetText>
    </>
  );
}

function titleOf({ reason }: RefusedAnswer, own: boolean): string {
  if (reason === "would_change") return "Check before this level is saved";
  if (reason === "stale") {
    return own ? "You saved this answer in another window first" : "A colleague saved this answer before you";
  }
  if (reason === "locked") return "This round is closed, so your answer was not saved";
  return "Your answer was not saved";
}

function errorsOf(refused: RefusedAnswer, own: boolean): { text: string; href?: string }[] {
  switch (refused.reason) {
    case "would_change":
      return [
        {
          text: "Criteria were decided one by one. Read what would change, then confirm or cancel.",
          href: "#confirm",
        },
      ];
    case "stale":
      return [
        {
          text: own
            ? "Compare what you entered here with what you saved there, then choose which to keep."
            : "Compare your answer with theirs below, then choose which to keep.",
          href: "#confirm",
        },
      ];
    case "locked":
      return [{ text: "What you entered is kept below. Ask your digital lead if it still needs to go in." }];
    default:
      return refused.problems.map(({ path, message }) => ({ text: message, href: fieldOf(path, refused) }));
  }
}

function fieldOf(path: string, refused: RefusedAnswer): string {
  if (path.startsWith("/criteria/")) return `#${path.slice("/criteria/".length)}`;
  if (path === "/note" || path === "/level") return path === "/note" ? "#note" : "#level-1";
  return formUseOf(refused.typed) === "level" ? "#level-1" : "#answer";
}
