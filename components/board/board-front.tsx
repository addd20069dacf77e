import type { ReactNode } from "react";
import { Card } from "@/components/nhs/card";
import { resultsPath } from "@/lib/http/addresses";
import type { BoardSection } from "@/lib/report/board-report";
import { changeSinceBriefly } from "@/lib/report/change-words";
import { firstFew } from "@/lib/report/first-few";
import { type Audience, untoldInWords, whomToAsk } from "@/lib/report/unnamed";

type Props = { section: BoardSection; audience: Audience };

/** How many safeguards below their level are named on the first screen. */
const NAMED = 3;

/**
 * One care setting for a board, in the order a board reads: safeguards, stage and change, what stands between, what it
 * is asked, how sure we are. A public copy leads to no page that only the trust's people may open.
 */
export function BoardFront({ section, audience }: Props) {
  const { panel, standing } = section;
  const {
    setting,
    name,
    latest,
    safeguards,
    stage,
    place,
    score,
    change,
    distance,
    next,
    between,
    ask,
    sure,
  } = panel;
  const below = firstFew(safeguards.below, NAMED);
  const results = audience === "private" ? resultsPath(latest.assessmentId, setting) : null;
  const [direction, detail] = change
    ? changeSinceBriefly(change.since, change.compared)
    : ["First signed-off round", ""];
  return (
    <Card heading={`${name}, ${latest.round}`}>
      <dl className="app-board">
        <Fact term="Safeguards">
          <strong>
            {safeguards.secured} of {safeguards.of}
          </strong>{" "}
          at level 3 or above
          <Lines
            items={[
              ...below.named.map(({ id, text }) => (
                <Linked key={id} href={results && `${results}#${id}`}>
                  {text}
                </Linked>
              )),
              ...(below.more > 0
                ? [
                    <Linked key="others" href={results}>
                      {below.more} more below level 3
                    </Linked>,
                  ]
                : []),
              ...(safeguards.hidden > 0 ? [notNamed(safeguards.hidden, audience)] : []),
              ...(safeguards.untold > 0 ? [untoldInWords(safeguards.untold, audience)] : []),
            ]}
          />
        </Fact>
        <Fact term="Stage, score and change">
          <strong>{stage}</strong>
          {place && `, ${place}`}. Score <Linked href={results}>{score}</Linked> out of 5.{" "}
          <strong>{direction}</strong>
          {detail}
        </Fact>
        <Fact term={next ? `Between us and ${next}` : "Next stage"}>
          {distance}
          <Lines
            items={[
              ...between.named,
              ...(between.more > 0
                ? [
                    <Linked key="more" href={results && `${results}#held-by`}>
                      {between.more} more
                    </Linked>,
                  ]
                : []),
            ]}
          />
        </Fact>
        <Fact term="The board is asked to">
          <Lines items={ask} />
        </Fact>
        <Fact term="How sure we are">
          <Lines items={sure} />
        </Fact>
      </dl>
      <p className="app-board__standing">{standing}</p>
    </Card>
  );
}

function notNamed(count: number, audience: Audience): string {
  const below = `${count} below that ${count === 1 ? "is" : "are"} sensitive and not named`;
  return below + whomToAsk(count, audience);
}

function Linked({ href, children }: { href: string | null; children: ReactNode }) {
  if (!href) return children;
  return (
    <a className="nhsuk-link" href={href}>
      {children}
    </a>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Lines({ items }: { items: readonly ReactNode[] }) {
  if (items.length === 0) return null;
  return (
    <ul>
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}
