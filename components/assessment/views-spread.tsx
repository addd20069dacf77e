import { Tag } from "@/components/nhs/tag";
import { Table } from "@/components/nhs/table";
import type { Confidence } from "@/lib/assessment/stored-answer";
import { partingsOf, spreadOf, type View } from "@/lib/assessment/voice";
import { momentInWords } from "@/lib/report/dates";
import { levelInFigures } from "@/lib/report/level-words";

type Props = {
  views: readonly View[];
  /** How many were asked and have not said yet. */
  waiting: number;
  criteria: readonly { id: string; text: string; level: number }[];
  /** The trust's answer as it stands; its level null where it does not apply. */
  agreed: { level: { low: number; high: number } | null; note: string; given: string } | null;
  nameOf: (personId: string) => string;
};

const sureness: Readonly<Record<Confidence, string>> = { low: "Low", medium: "Medium", high: "High" };

/** How colleagues see a question, side by side: how far apart they are, who says what, and where exactly they part. */
export function ViewsSpread({ views, waiting, criteria, agreed, nameOf }: Props) {
  const partings = partingsOf(criteria, views);
  const texts = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const names = (ids: readonly string[]) => ids.map(nameOf).join(", ") || "Nobody";
  return (
    <>
      <p>{inWords(views, waiting)}</p>
      <Table
        caption="How each sees it"
        columns={["Who", "Level", "How sure", "Why"].map((header) => ({ header }))}
        rows={[
          ...(agreed ? [answerRow(agreed)] : []),
          ...views.map((view) => ({
            id: view.personId,
            cells: [
              <>
                {nameOf(view.personId)}
                <span className="nhsuk-body-s nhsuk-u-secondary-text-colour">
                  {" "}
                  {momentInWords(view.at)}
                  {view.version > 1 && ", changed since they first gave it"}
                </span>
              </>,
              view.notApplicable === null ? <Steps key="level" {...view} /> : "Does not apply",
              view.confidence ? sureness[view.confidence] : "Not stated",
              <span key="note" className="app-typed">
                {view.note || "No reason given"}
              </span>,
            ],
          })),
        ]}
        empty="Nobody has been asked for their view of this question."
      />
      {views.length > 1 && (
        <Table
          caption="Where they part"
          columns={["Criterion", "Met", "Not met", "Not known"].map((header) => ({ header }))}
          rows={partings.map((parting) => ({
            id: parting.id,
            cells: [
              `Level ${texts.get(parting.id)?.level}: ${texts.get(parting.id)?.text}`,
              names(parting.met),
              names(parting.notMet),
              names(parting.notKnown),
            ],
          }))}
          empty="They part on no criterion."
        />
      )}
    </>
  );
}

function answerRow({ level, note, given }: NonNullable<Props["agreed"]>) {
  return {
    id: "answer",
    cells: [
      <>
        The trust&rsquo;s answer
        <span className="nhsuk-body-s nhsuk-u-secondary-text-colour"> {given}</span>
      </>,
      level ? <Steps key="level" {...level} /> : "Does not apply",
      "",
      <span key="note" className="app-typed">
        {note || "No note"}
      </span>,
    ],
  };
}

/** A level as five steps, beside its words. */
function Steps({ low, high }: { low: number; high: number }) {
  return (
    <>
      Level {levelInFigures({ low, high })} <Scale low={low} high={high} />
    </>
  );
}

function Scale({ low, high }: { low: number; high: number }) {
  return (
    <span aria-hidden="true" className="app-steps">
      {[1, 2, 3, 4, 5].map((step) => (
        <span key={step} data-step={step <= low ? "full" : step <= high ? "open" : "none"} />
      ))}
    </span>
  );
}

function inWords(views: readonly View[], waiting: number) {
  const spread = spreadOf(views);
  const still = waiting > 0 ? ` ${waiting === 1 ? "1 has" : `${waiting} have`} not answered yet.` : "";
  if (views.length === 0) return waiting > 0 ? `Nobody has given a view yet.${still}` : "";
  const given = views.length === 1 ? "1 colleague gave a view" : `${views.length} colleagues gave their view`;
  const range =
    spread === null
      ? "that it does not apply"
      : spread.lowest === spread.highest
        ? `level ${spread.lowest}`
        : `from level ${spread.lowest} to level ${spread.highest}`;
  return (
    <>
      {given}: {range}. {spread?.farApart && <Tag colour="orange">Far apart</Tag>}
      {still}
    </>
  );
}
