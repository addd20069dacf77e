import { Table } from "@/components/nhs/table";
import type { WhatIfOutcome } from "@/lib/report/what-if-outcome";

/** What the ticks would come to beside today, and why it is no more than that. Drawn anew as ticks change. */
export function WhatIfFigures({ outcome }: { outcome: WhatIfOutcome }) {
  const { measures, effort, levels, waiting, cautions, heldBy } = outcome;
  return (
    <>
      <Table
        caption="Today, and with what is ticked"
        columns={[{ header: "Measure" }, { header: "Today" }, { header: "Then" }]}
        rows={measures.map(({ name, today, then }) => ({ id: name, cells: [name, today, then] }))}
      />
      {effort && <p>{effort}.</p>}
      {waiting && <p>{waiting}</p>}
      <Sentences heading="Levels that change" sentences={levels} />
      <Sentences heading="Worth knowing first" sentences={cautions} />
      <Sentences
        heading={heldBy.heading}
        sentences={heldBy.reasons}
        empty="Nothing: this is the highest stage."
      />
    </>
  );
}

function Sentences({
  heading,
  sentences,
  empty,
}: {
  heading: string;
  sentences: readonly string[];
  empty?: string;
}) {
  if (sentences.length === 0 && !empty) return null;
  return (
    <>
      <h3 className="nhsuk-heading-s">{heading}</h3>
      {sentences.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
}
