import { Details } from "@/components/nhs/details";
import { Table } from "@/components/nhs/table";
import { holdsInWords, type Field, type ReadableOperation } from "@/lib/exchange/api/readable";
import { CodeBlock } from "./code-block";

/** One request that programs can make, from the OpenAPI document. */
export function OperationView({ id, method, path, operation, curl, sends, gets }: ReadableOperation) {
  const { summary, description, parameters, responses } = operation;
  const scope = operation["x-token-scope"];
  return (
    <section aria-labelledby={id}>
      <h3 className="nhsuk-heading-s" id={id}>
        {summary}
      </h3>
      <p>
        <code className="break-words">
          {method} {path}
        </code>
      </p>
      <p>{description}</p>
      {scope && (
        <p>
          The token must be made for <code>{scope}</code>.
        </p>
      )}
      <CodeBlock label={`${summary}: an example`} text={curl} />
      {parameters.length > 0 && (
        <Table
          caption={`${summary}: what you send in the address and the headers`}
          columns={[{ header: "Name" }, { header: "Where" }, { header: "Holds" }, { header: "What it is" }]}
          rows={parameters.map((parameter) => ({
            id: `${parameter.in} ${parameter.name}`,
            cells: [
              <code key="name">{parameter.name}</code>,
              `${placeWords[parameter.in]}${parameter.required ? "" : ", if you like"}`,
              holdsInWords(parameter.schema),
              parameter.description,
            ],
          }))}
        />
      )}
      {sends.length > 0 && <Fields caption={`${summary}: the keys of the body you send`} fields={sends} />}
      {gets.length > 0 && <Fields caption={`${summary}: the keys of the reply`} fields={gets} />}
      <Details summary={`${summary}: every status that can come back`}>
        <Table
          caption="Status"
          columns={[{ header: "Status" }, { header: "What it means" }]}
          rows={Object.entries(responses).map(([status, reply]) => ({
            id: status,
            cells: [status, reply.description],
          }))}
        />
      </Details>
    </section>
  );
}

const placeWords = { path: "In the address", query: "After “?”", header: "Header" } as const;

function Fields({ caption, fields }: { caption: string; fields: readonly Field[] }) {
  return (
    <Details summary={caption}>
      <Table
        caption={caption}
        columns={[{ header: "Key" }, { header: "Holds" }, { header: "What it is" }]}
        rows={fields.map(({ name, holds, required, description }) => ({
          id: name,
          cells: [
            <code key="name" className="break-all">
              {name}
            </code>,
            `${holds}${required ? "" : " (may be missing)"}`,
            description,
          ],
        }))}
      />
    </Details>
  );
}
