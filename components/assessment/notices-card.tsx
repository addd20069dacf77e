import { Card } from "@/components/nhs/card";
import { Link } from "@/components/nhs/link";
import { challengeStateName, type ChallengeState } from "@/lib/assessment/review";
import { discussionPath } from "@/lib/http/addresses";
import { momentInWords } from "@/lib/report/dates";

type Notice = {
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
export function MentionsCard({ mentions }: { mentions: readonly Notice[] }) {
  return (
    <NoticesCard
      heading="Comments that mention you"
      notices={mentions}
      part="#comments"
      said={({ byName, at }) => `, from ${byName}, ${momentInWords(at)}`}
      stay="A comment stays here until it is marked as resolved."
    />
  );
}

/** What the trust said to the challenges somebody raised, each leading to the whole of it; nothing where it said none. */
export function ChallengeRepliesCard({
  replies,
}: {
  replies: readonly (Notice & { state: ChallengeState })[];
}) {
  return (
    <NoticesCard
      heading="Your challenges that were answered"
      notices={replies}
      said={({ state, byName, at }) => `. ${challengeStateName(state)}. By ${byName}, ${momentInWords(at)}`}
      stay="A challenge stays here until the round is signed off."
    />
  );
}

type Props<One extends Notice> = {
  heading: string;
  notices: readonly One[];
  /** What stands after the question: who said it and when. */
  said: (notice: One) => string;
  /** Where on the page of the question it stands. */
  part?: string;
  /** How long one stays here. */
  stay: string;
};

function NoticesCard<One extends Notice>({ heading, notices, said, part = "", stay }: Props<One>) {
  if (notices.length === 0) return null;
  return (
    <Card heading={`${heading} (${notices.length})`}>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {notices.map((notice) => (
          <li key={notice.id}>
            <Link href={`${discussionPath(notice)}${part}`}>{notice.question}</Link>
            {said(notice)}
          </li>
        ))}
      </ul>
      <p>{stay}</p>
    </Card>
  );
}
