import { answerEvidencePath, answerHistoryPath, discussionPath } from "@/lib/http/addresses";

/** The pages that belong to one answer. */
export function AnswerLinks({
  place,
}: {
  place: { assessmentId: string; capabilityId: string; scope: string };
}) {
  return (
    <ul className="nhsuk-list app-links">
      <li>
        <a className="nhsuk-link" href={answerEvidencePath(place)}>
          Evidence
        </a>
      </li>
      <li>
        <a className="nhsuk-link" href={discussionPath(place)}>
          Challenges and comments
        </a>
      </li>
      <li>
        <a className="nhsuk-link" href={answerHistoryPath(place)}>
          History of this answer
        </a>
      </li>
    </ul>
  );
}
