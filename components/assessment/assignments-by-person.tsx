import { Table } from "@/components/nhs/table";
import { Tag } from "@/components/nhs/tag";
import type { PersonsWork } from "@/lib/assessment/chase";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { assignPath } from "@/lib/http/addresses";
import { dateInWords } from "@/lib/report/dates";
import { PersonWork } from "./person-work";

/** Whom questions can be assigned to now. */
type Colleague = { personId: string; name: string; jobTitle: string | null; email: string | null };

type Props = {
  assessmentId: string;
  assessment: { careSettings: readonly CareSetting[] };
  framework: Framework;
  people: readonly PersonsWork[];
  colleagues: readonly Colleague[];
  names: ReadonlyMap<string, string>;
  today: Date;
  /** Whether questions can still be assigned. */
  open: boolean;
};

const columns = [
  { header: "Person" },
  { header: "Done", numeric: true },
  { header: "Open", numeric: true },
  { header: "Overdue", numeric: true },
  { header: "Next due" },
  { header: "Reach them" },
];

/** Who has what to answer, whoever holds most back first, and each person's open questions. */
export function AssignmentsByPerson(props: Props) {
  const { assessmentId, assessment, framework, people, names, colleagues, today, open } = props;
  const known = new Map(colleagues.map((colleague) => [colleague.personId, colleague]));
  const nameOf = (personId: string) =>
    known.get(personId)?.name ?? names.get(personId) ?? "A former colleague";
  return (
    <>
      <Table
        caption="Who has what to answer"
        captionSize="m"
        columns={columns}
        empty="Nobody was asked to answer anything yet."
        rows={people.map((work) => ({
          id: work.personId,
          cells: [
            nameOf(work.personId),
            work.done,
            work.open.length,
            work.overdue > 0 ? <Tag colour="red">{work.overdue}</Tag> : 0,
            work.nextDue ? dateInWords(work.nextDue) : "No date",
            <Reach key="reach" colleague={known.get(work.personId)} />,
          ],
        }))}
      />
      {people
        .filter((work) => work.open.length > 0)
        .map((work) => (
          <PersonWork
            key={work.personId}
            id={work.personId}
            name={nameOf(work.personId)}
            framework={framework}
            assessmentId={assessmentId}
            tasks={work.open}
            severalSettings={assessment.careSettings.length > 1}
            today={today}
            assignHref={open ? assignPath(assessmentId, { person: work.personId }) : null}
          />
        ))}
    </>
  );
}

/** How to chase somebody; whoever left, or may no longer answer, cannot. */
function Reach({ colleague }: { colleague: Colleague | undefined }) {
  if (!colleague) return <Tag colour="red">Cannot answer any more</Tag>;
  if (!colleague.email) return <>No e-mail address</>;
  return (
    <a className="nhsuk-link" href={`mailto:${encodeURIComponent(colleague.email)}`}>
      E-mail<span className="nhsuk-u-visually-hidden"> {colleague.name}</span>
    </a>
  );
}
