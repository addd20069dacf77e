import { ButtonLink } from "@/components/nhs/button";
import { Card } from "@/components/nhs/card";

type Props = {
  round: string;
  open: number;
  overdue: number;
  /** How often their own view is asked for. */
  views: number;
  href: string;
};

/** What a person has to answer, on the home page of their trust. */
export function MyQuestionsCard({ round, open, overdue, views, href }: Props) {
  return (
    <Card heading={`Your questions in assessment ${round}`}>
      <p>
        {open + views === 0 && "No question waits for you."}
        {open > 0 &&
          (open === 1 ? "1 question waits for your answer" : `${open} questions wait for your answer`)}
        {overdue > 0 && `, ${overdue} of them overdue`}
        {open > 0 && "."}
        {views > 0 && ` Your own view is asked for on ${views === 1 ? "1 question" : `${views} questions`}.`}
      </p>
      <ButtonLink href={href} variant={open + views > 0 ? "primary" : "secondary"}>
        See your questions
      </ButtonLink>
    </Card>
  );
}
