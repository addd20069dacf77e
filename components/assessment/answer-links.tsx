import {
  answerEvidencePath,
  answerHistoryPath,
  copyPath,
  discussionPath,
  viewsPath,
} from "@/lib/http/addresses";

type Props = {
  place: { assessmentId: string; capabilityId: string; scope: string };
  /** Whether the person sees every answer, its history included. */
  all: boolean;
  mayCopy: boolean;
  /** Who was asked for their own view; null where that is not for this person. */
  views: readonly { state: string }[] | null;
};

/** The pages that belong to one answer. */
export function AnswerLinks({ place, all, mayCopy, views }: Props) {
  const links = [
    { href: answerEvidencePath(place), text: "Evidence" },
    { href: discussionPath(place), text: "Challenges and comments" },
    ...(views ? [{ href: viewsPath(place), text: viewsInWords(views) }] : []),
    ...(all ? [{ href: answerHistoryPath(place), text: "History of this answer" }] : []),
    ...(mayCopy ? [{ href: copyPath(place), text: "Copy this answer" }] : []),
  ];
  return (
    <ul className="nhsuk-list app-links">
      {links.map(({ href, text }) => (
        <li key={href}>
          <a className="nhsuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}

function viewsInWords(views: readonly { state: string }[]): string {
  if (views.length === 0) return "Ask colleagues for their own view";
  const given = views.filter(({ state }) => state === "given").length;
  return `Views of colleagues (${given} of ${views.length} given)`;
}
