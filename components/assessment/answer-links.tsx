import { answerEvidencePath, answerHistoryPath, copyPath, discussionPath } from "@/lib/http/addresses";

type Props = {
  place: { assessmentId: string; capabilityId: string; scope: string };
  /** Whether the person sees every answer, its history included. */
  all: boolean;
  mayCopy: boolean;
};

/** The pages that belong to one answer. */
export function AnswerLinks({ place, all, mayCopy }: Props) {
  const links = [
    { href: answerEvidencePath(place), text: "Evidence" },
    { href: discussionPath(place), text: "Challenges and comments" },
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
