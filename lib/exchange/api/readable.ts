import type { JsonSchema, OpenApiDocument, OperationObject } from "./openapi-object";

/** One operation of the document as a page shows it. */
export type ReadableOperation = {
  id: string;
  method: string;
  path: string;
  operation: OperationObject;
  /** What it asks for in a terminal, to copy. */
  curl: string;
  /** The keys of what is sent, and of what comes back when it goes well. */
  sends: Field[];
  gets: Field[];
};

/** One key of a body: where it stands ("items[].note"), what it holds, and whether it is always there. */
export type Field = { name: string; holds: string; required: boolean; description: string };

/** The document's operations in its own order. */
export function readableOperations(document: OpenApiDocument): ReadableOperation[] {
  const [server] = document.servers;
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const body = operation.requestBody?.content["application/json"]?.schema;
      const reply = operation.responses["200"]?.content?.["application/json"]?.schema;
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        operation,
        curl: curlOf(`${server?.url ?? ""}${path}`, method, operation),
        sends: body ? fieldsOf(body) : [],
        gets: reply ? fieldsOf(reply) : [],
      };
    }),
  );
}

function curlOf(url: string, method: string, { parameters, requestBody, security }: OperationObject): string {
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const address = inPath.reduce((text, { name, example = "" }) => text.replace(`{${name}}`, example), url);
  const sent = requestBody?.content["application/json"];
  const headers = [
    ...(security ? [] : ["Authorization: Bearer $TOKEN"]),
    ...(sent ? ["Content-Type: application/json"] : []),
    ...parameters
      .filter((parameter) => parameter.in === "header" && (parameter.required || sent))
      .map(({ name, example = "" }) => `${name}: ${example}`),
  ];
  // A token stands in double quotes, for the shell to fill in; what else has quotes of its own stands in single ones.
  const quoted = headers.map((header) => (header.includes("$") ? `"${header}"` : `'${header}'`));
  return [
    `curl${method === "get" ? "" : ` -X ${method.toUpperCase()}`} ${address}`,
    ...quoted.map((header) => `-H ${header}`),
    ...(sent ? [`-d '${JSON.stringify(sent.example)}'`] : []),
  ].join(" \\\n  ");
}

function fieldsOf(schema: JsonSchema, at = ""): Field[] {
  if (schema.items) return fieldsOf(schema.items, `${at}[]`);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) {
    const seen = new Set<string>();
    const fields = choices.flatMap((choice) => fieldsOf(choice, at));
    return fields.filter(({ name }) => !seen.has(name) && seen.add(name));
  }
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([key, property]) => {
    const name = at === "" ? key : `${at}.${key}`;
    const { description = "" } = property;
    const field = { name, holds: holdsInWords(property), required: required.includes(key), description };
    return [field, ...fieldsOf(property, name)];
  });
}

const words: Readonly<Record<string, string>> = {
  string: "text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  null: "null",
  object: "an object",
};

/** What stands there, in words: "a whole number from 1 to 100", "one of: met, not_met, not_known". */
export function holdsInWords(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return `one of: ${schema.enum.map(String).join(", ")}`;
  if (schema.allOf) return "an object";
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(holdsInWords))].join(", or ");
  if (schema.items) return `a list of ${holdsInWords(schema.items)}`;
  if (schema.format === "uuid") return "a UUID";
  if (schema.format === "date-time") return "a moment";
  if (schema.format === "date") return "a date";
  const { additionalProperties: values, properties } = schema;
  if (typeof values === "object" && !properties) return `an object of ${holdsInWords(values)}`;
  const name = words[[schema.type].flat()[0] ?? "object"] ?? "anything";
  const { minimum, maximum } = schema;
  const bounded = minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  return bounded ? `${name} from ${minimum} to ${maximum}` : name;
}
