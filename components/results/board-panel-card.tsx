import type { ReactNode } from "react";
import { Card } from "@/components/nhs/card";
import { resultsPath } from "@/lib/http/addresses";
import type { BoardPanel } from "@/lib/report/board-panel";
import { changeSinceInWords } from "@/lib/report/change-words";
import { completenessInWords } from "@/lib/report/completeness";
import { signedOffInWords } from "@/lib/report/status-words";
import { confidenceInWords, notKnownInWords } from "@/lib/report/sureness";

/** One care setting for a board, in the order a board reads: safeguards, stage, change, what is between, the ask. */
export function BoardPanelCard({ panel }: { panel: BoardPanel }) {
  const { setting, name, latest, safeguards, stage, score, change, distance, next, between, ask, sureness } =
    panel;
  const results = resultsPath(latest.assessmentId, setting);
  const [direction, detail] = change
    ? changeSinceInWords(change.since, change.compared)
    : ["First signed-off round", ""];
  return (
    <Card heading={`${name}, ${latest.round}`}>
      <dl className="nhsuk-body-s m-0">
        <Fact term="Safeguards">
          <strong>
            {safeguards.secured} of {safeguards.of}
          </strong>{" "}
          at level 3 or above
          {safeguards.below.length + safeguards.hidden > 0 && (
            <Lines
              items={[
                ...safeguards.below.map(({ id, text }) => (
                  <a key={id} className="nhsuk-link" href={`${results}#${id}`}>
                    {text}
                  </a>
                )),
                ...(safeguards.hidden > 0 ? [notNamed(safeguards.hidden)] : []),
              ]}
            />
          )}
        </Fact>
        <Fact term="Stage, score and change">
          <strong>{stage}</strong>,{" "}
          <a className="nhsuk-link" href={results}>
            {score}
          </a>{" "}
          out of 5. <strong>{direction}</strong>
          {detail}
        </Fact>
        <Fact term={next ? `Between us and ${next}` : "Next stage"}>
          {distance}
          <Lines items={between.lines} />
          {between.more > 0 && (
            <a className="nhsuk-link" href={`${results}#held-by`}>
              {between.more} more
            </a>
          )}
        </Fact>
        <Fact term="The board is asked to">
          {ask.length > 0 ? (
            <Lines items={ask} />
          ) : (
            "This round is being revised. Wait for it to be signed again"
          )}
        </Fact>
        <Fact term="How sure we are">
          {sureness && (
            <Lines
              items={[
                completenessInWords(sureness),
                ...[confidenceInWords(sureness)].flatMap((text) =>
                  text ? [`Confidence: ${text.toLowerCase()}`] : [],
                ),
                notKnownInWords(sureness),
              ]}
            />
          )}
          {signedOffInWords(latest.signedBy)}
        </Fact>
      </dl>
    </Card>
  );
}

function notNamed(count: number): string {
  return count === 1
    ? "1 is below that. It is sensitive and not named here: ask your digital lead which it is"
    : `${count} are below that. They are sensitive and not named here: ask your digital lead which they are`;
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="mb-2 break-inside-avoid">
      <dt>
        <strong className="text-secondary">{term}</strong>
      </dt>
      <dd className="m-0">{children}</dd>
    </div>
  );
}

function Lines({ items }: { items: readonly ReactNode[] }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet nhsuk-u-font-size-16 mb-0">
      {items.map((item, index) => (
        <li key={index} className="mb-0">
          {item}
        </li>
      ))}
    </ul>
  );
}
