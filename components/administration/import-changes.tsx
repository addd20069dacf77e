import { Table } from "@/components/nhs/table";
import type { FieldChange, OdsChanges } from "@/lib/exchange/ods-comparison";
import { dateInWords } from "@/lib/report/dates";

const fieldNames: Readonly<Record<FieldChange["field"], string>> = {
  name: "Name",
  subtype: "Sort of trust",
  regionCode: "Region",
  icbCode: "Integrated care board",
  openedOn: "Opened on",
  closedOn: "Closed on",
};

/** What an import adds, changes and closes, field by field. */
export function ImportChanges({ added, changed, closed }: Pick<OdsChanges, "added" | "changed" | "closed">) {
  const columns = [{ header: "Code" }, { header: "Name" }, { header: "What changes" }];
  const rowsOf = (list: OdsChanges["changed"]) =>
    list.map(({ code, name, fields }) => ({
      id: code,
      cells: [code, name, <Fields key="fields" fields={fields} />],
    }));
  return (
    <>
      <Table
        caption={`Added: ${added.length}`}
        captionSize="m"
        columns={[{ header: "Code" }, { header: "Name" }, { header: "Integrated care board" }]}
        rows={added.map(({ code, name, icbCode }) => ({ id: code, cells: [code, name, icbCode ?? "None"] }))}
        empty="No trust is added."
      />
      <Table
        caption={`Changed: ${changed.length}`}
        captionSize="m"
        columns={columns}
        rows={rowsOf(changed)}
        empty="No trust is changed."
      />
      <Table
        caption={`Closed: ${closed.length}`}
        captionSize="m"
        columns={columns}
        rows={rowsOf(closed)}
        empty="No trust is closed."
      />
    </>
  );
}

function valueInWords(field: FieldChange["field"], value: string | null): string {
  if (value === null) return "none";
  return field === "openedOn" || field === "closedOn" ? dateInWords(new Date(value)) : value;
}

function Fields({ fields }: { fields: readonly FieldChange[] }) {
  return (
    <ul className="nhsuk-list mb-0">
      {fields.map(({ field, from, to }) => (
        <li key={field}>
          {fieldNames[field]}: {valueInWords(field, from)} becomes {valueInWords(field, to)}
        </li>
      ))}
    </ul>
  );
}
