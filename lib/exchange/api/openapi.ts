import { z } from "zod";
import { tokenScopes, tokenScopeWords } from "@/lib/access/token-scope";
import type {
  HeaderObject,
  JsonSchema,
  OpenApiDocument,
  OperationObject,
  ParameterObject,
  ReplyObject,
} from "./openapi-object";
import type { Header, Operation, Reply } from "./operation";
import { commonReplies, operations, publicReplies } from "./operations";
import { conflictSchema, problemSchema } from "./schemas";
import { serviceName } from "@/lib/service-name";

/** Where all of it is found. */
export const API_BASE = "/api/v1";

/** Schemas that many replies share, by the name the document knows them by. */
const shared = new Map<z.ZodType, string>([
  [problemSchema, "Problem"],
  [conflictSchema, "Conflict"],
]);

/**
 * The OpenAPI 3.1 document of what programs can ask for, made from the schemas the routes themselves read by. `origin`
 * is the address people use.
 */
export function openApiDocument(origin: string): OpenApiDocument {
  return {
    openapi: "3.1.1",
    info: {
      title: serviceName,
      version: "1",
      summary: "What programs can ask for",
      description:
        "Replies may gain keys later and never change the meaning of one. Unknown keys and parameters in what you send are refused.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: origin + API_BASE }],
    security: [{ token: [] }],
    paths: pathsOf(operations),
    components: {
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: `A token you make in your account, for: ${tokenScopes
            .map((scope) => `${scope} (${tokenScopeWords[scope].name.toLowerCase()})`)
            .join(", ")}.`,
        },
      },
      schemas: Object.fromEntries([...shared].map(([schema, name]) => [name, jsonSchema(schema, "output")])),
    },
  };
}

function pathsOf(all: readonly Operation[]): OpenApiDocument["paths"] {
  const paths: OpenApiDocument["paths"] = {};
  for (const operation of all) (paths[operation.path] ??= {})[operation.method] = operationObject(operation);
  return paths;
}

function operationObject(operation: Operation): OperationObject {
  const { id, summary, description, scope, params, query, headers = [], body } = operation;
  // A reply that the operation words itself stands before the common one.
  const replies = { ...(scope === null ? publicReplies : commonReplies), ...operation.replies };
  return {
    operationId: id,
    summary,
    description,
    ...(scope === null ? { security: [] } : { "x-token-scope": scope }),
    parameters: [
      ...Object.entries(params).map(([name, param]) => ({
        name,
        in: "path" as const,
        required: true,
        description: param.description,
        example: param.example,
        schema: { type: "string", ...(param.values && { enum: param.values }) },
      })),
      ...(query ? queryParameters(query) : []),
      ...headers.map((header) => ({ ...headerObject(header), name: header.name, in: "header" as const })),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: jsonSchema(body.schema, "input"), example: body.example } },
      },
    }),
    responses: Object.fromEntries(
      Object.entries(replies).map(([status, reply]) => [status, replyObject(reply)]),
    ),
  };
}

function queryParameters(query: z.ZodObject): ParameterObject[] {
  const { properties = {}, required = [] } = jsonSchema(query, "input");
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = property;
    return { name, in: "query", required: required.includes(name), description, schema };
  });
}

function headerObject({ required, description, example }: Header): HeaderObject {
  return { required, description, schema: { type: "string" }, example };
}

function replyObject({
  description,
  schema,
  types = ["application/json"],
  headers = [],
}: Reply): ReplyObject {
  return {
    description,
    ...(headers.length > 0 && {
      headers: Object.fromEntries(headers.map((header) => [header.name, headerObject(header)])),
    }),
    ...(schema && {
      content: Object.fromEntries(types.map((type) => [type, { schema: refOrSchema(schema) }])),
    }),
  };
}

function refOrSchema(schema: z.ZodType): JsonSchema {
  const name = shared.get(schema);
  return name ? { $ref: `#/components/schemas/${name}` } : jsonSchema(schema, "output");
}

/** As JSON Schema; what we write may gain keys, so its readers are told to allow for more. */
function jsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _dialect, ...body } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema: made }) => {
      if (io === "output" && made.additionalProperties === false) delete made.additionalProperties;
    },
  });
  return body as JsonSchema;
}
