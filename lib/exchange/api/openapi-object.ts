// The part of OpenAPI 3.1 that our document is written in, so that what reads it can rely on it.

export type JsonSchema = {
  type?: string | string[];
  description?: string;
  enum?: readonly unknown[];
  const?: unknown;
  format?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  default?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  $ref?: string;
};

export type HeaderObject = {
  required: boolean;
  description: string;
  schema: JsonSchema;
  example: string;
};

export type ParameterObject = {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description?: string;
  schema: JsonSchema;
  example?: string;
};

export type ReplyObject = {
  description: string;
  headers?: Record<string, HeaderObject>;
  content?: Record<string, { schema: JsonSchema }>;
};

export type OperationObject = {
  operationId: string;
  summary: string;
  description: string;
  security?: unknown[];
  "x-token-scope"?: string;
  parameters: ParameterObject[];
  requestBody?: { required: boolean; content: Record<string, { schema: JsonSchema; example: unknown }> };
  responses: Record<string, ReplyObject>;
};

export type OpenApiDocument = {
  openapi: string;
  info: Record<string, unknown>;
  servers: { url: string }[];
  security: unknown[];
  paths: Record<string, Record<string, OperationObject>>;
  components: { securitySchemes: Record<string, unknown>; schemas: Record<string, JsonSchema> };
};
