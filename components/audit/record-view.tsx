import { DateInput } from "@/components/forms/date-input";
import { Select } from "@/components/forms/select";
import { Details } from "@/components/nhs/details";
import { Link } from "@/components/nhs/link";
import { Table } from "@/components/nhs/table";
import { typedParts } from "@/components/people/date-parts";
import { momentInWords } from "@/lib/report/dates";
import {
  actionInWords,
  detailForPeople,
  type Names,
  type RecordedEvent,
  subjectInWords,
} from "@/lib/report/event-words";

type Props = {
  path: string;
  record: {
    events: RecordedEvent[];
    more: boolean;
    people: { id: string; name: string }[];
    actions: string[];
    names: Names;
  };
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
};

/** The record of events with its filter, a plain form of its own, and the way to take it out. */
export function RecordView({ path, record, typed, errors }: Props) {
  const asked = Object.entries(typed).filter(([, value]) => value !== "");
  const query = new URLSearchParams(asked).toString();
  return (
    <>
      <Details summary="Show only some of it" open={asked.length > 0}>
        <form method="get" action={path}>
          <Select
            name="person"
            label="Who"
            placeholder="Everybody"
            options={record.people.map(({ id, name }) => ({ value: id, text: name }))}
            defaultValue={typed.person}
          />
          <Select
            name="action"
            label="What"
            placeholder="Everything"
            options={record.actions.map((action) => ({ value: action, text: actionInWords(action) }))}
            defaultValue={typed.action}
          />
          <DateInput
            name="from"
            legend="From"
            legendSize="s"
            defaultValue={typedParts(typed, "from")}
            error={errors.from}
          />
          <DateInput
            name="to"
            legend="To, that day included"
            legendSize="s"
            defaultValue={typedParts(typed, "to")}
            error={errors.to}
          />
          <button className="nhsuk-button nhsuk-button--secondary" type="submit">
            Show
          </button>
        </form>
      </Details>
      <p>
        <Link href={`${path}/audit.csv${query ? `?${query}` : ""}`}>Take this out as a CSV file</Link>
      </p>
      <Table
        caption={asked.length > 0 ? "Events that match, the latest first" : "Events, the latest first"}
        captionSize="m"
        columns={[{ header: "When" }, { header: "Who" }, { header: "What" }, { header: "Details" }]}
        rows={record.events.map(({ id, at, by, action, subject, detail }) => ({
          id,
          cells: [
            momentInWords(at),
            by ?? "The service, or nobody signed in",
            actionInWords(action),
            <span key="detail" className="app-typed">
              {[subjectInWords(subject, record.names), detailForPeople(detail, record.names)]
                .filter(Boolean)
                .join(": ")}
            </span>,
          ],
        }))}
        empty="No event matches."
      />
      {record.more && (
        <p>
          These are the latest {record.events.length}. Choose days above, or take all of it out as a file.
        </p>
      )}
    </>
  );
}
