import { Card } from "@/components/nhs/card";
import type { Framework } from "@/lib/framework/schema";
import { controlledIn, othersInWords } from "@/lib/report/controlled";
import type { Result } from "@/lib/scoring/result";

type Props = { framework: Framework; result: Result; href: string };

/** What the organisation itself controls, before everything else; nothing where the framework does not tell. */
export function ControlledScore({ framework, result, href }: Props) {
  const controlled = controlledIn(framework, result);
  if (!controlled) return null;
  return (
    <Card>
      <h2 className="nhsuk-heading-l mb-2">
        {controlled.of}:{" "}
        <a className="nhsuk-link" href={href}>
          {controlled.own}
        </a>{" "}
        out of 5
      </h2>
      <p className="nhsuk-u-margin-bottom-0">
        What others control: {othersInWords(controlled.others)}. It counts in the score and the stage below as
        well.
      </p>
    </Card>
  );
}
