import type { z } from "zod";
import type { TokenScope } from "@/lib/access/token-scope";

/** A header a program sends or gets, in words. */
export type Header = { name: string; required: boolean; description: string; example: string };

/** What comes back with one status. */
export type Reply = {
  description: string;
  /** Left out where there is no body (304). */
  schema?: z.ZodType;
  /** "application/json" unless it says otherwise. */
  types?: readonly string[];
  headers?: readonly Header[];
};

/** One thing a program can ask for. The routes read by these schemas; the OpenAPI document is made from them. */
export type Operation = {
  id: string;
  method: "get" | "put";
  /** As OpenAPI writes it: "/assessments/{assessmentId}". */
  path: string;
  summary: string;
  description: string;
  /** Null where no token is needed. */
  scope: TokenScope | null;
  /** The parts of the address, with an example of each. */
  params: Readonly<Record<string, { description: string; example: string; values?: readonly string[] }>>;
  query?: z.ZodObject;
  headers?: readonly Header[];
  body?: { schema: z.ZodType; example: unknown };
  replies: Readonly<Record<number, Reply>>;
};
