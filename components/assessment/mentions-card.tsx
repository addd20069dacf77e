import { Card } from "@/components/nhs/card";
import { Link } from "@/components/nhs/link";
import { discussionPath } from "@/lib/http/addresses";
import { momentInWords } from "@/lib/report/dates";

type Mention = {
  id: string;
  assessmentId: string;
  capabilityId: string;
  scope: string;
  /** The question, by number and name. */
  question: string;
  byName: string;
  at: Date;
};

/** What colleagues said for somebody's notice, each leading to where they can answer it; nothing where nobody did. */
export function MentionsCard({ mentions }: { mentions: readonly Mention[] }) {
  if (mentions.length === 0) return null;
  return (
    <Card heading={`Comments that mention you (${mentions.length})`}>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {mentions.map((mention) => (
          <li key={mention.id}>
            <Link href={`${discussionPath(mention)}#comments`}>{mention.question}</Link>, from{" "}
            {mention.byName}, {momentInWords(mention.at)}
          </li>
        ))}
      </ul>
      <p>A comment stays here until it is marked as resolved.</p>
    </Card>
  );
}
