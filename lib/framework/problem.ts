import type { ZodError } from "zod";

/** What is wrong with a document and where: `path` is a JSON Pointer (RFC 6901), "" for the whole document. */
export type Problem = { path: string; message: string };

/** Tells what is wrong by the name of the field or box it is about. */
export type Wrong = (field: string, message: string) => void;

/** Writes a path of keys and positions as a JSON Pointer. */
export function jsonPointer(keys: readonly PropertyKey[]): string {
  return keys.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Turns zod's findings on `value` into problems in plain words, one for each unknown key. */
export function problemsFrom(error: ZodError, value: unknown): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    const path = jsonPointer(issue.path);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: path + jsonPointer([key]),
        message: "is an unknown key: check its spelling or remove it",
      }));
    }
    return [{ path, message: messageOf(issue, at(value, issue.path)) }];
  });
}

function messageOf(issue: ZodError["issues"][number], found: unknown): string {
  if (found === undefined) return "is required";
  switch (issue.code) {
    case "invalid_type":
      return `must be ${KINDS[issue.expected] ?? issue.expected}${quoteHint(issue.expected, found)}`;
    case "invalid_value":
      return issue.values.length === 1
        ? `must be ${String(issue.values[0])}`
        : `must be one of: ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return sizeMessage(issue.origin, issue.inclusive === false ? "more than" : "at least", issue.minimum);
    case "too_big":
      return sizeMessage(issue.origin, issue.inclusive === false ? "less than" : "at most", issue.maximum);
    case "invalid_key":
    case "invalid_element":
      return "has a name or an entry that is not known here";
    case "invalid_union":
      return "is none of the things that can stand here";
    default:
      return issue.message.startsWith("Invalid") ? "is not written as it must be here" : issue.message;
  }
}

const KINDS: Partial<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a set of named values",
  record: "a set of named values",
};

/** In YAML an unquoted 2026.10 is a number, and reads back as 2026.1. */
function quoteHint(expected: string, found: unknown): string {
  return expected === "string" && typeof found === "number" ? ": put it in quotes" : "";
}

function sizeMessage(origin: string, relation: string, limit: number | bigint): string {
  if (limit === 1 && relation === "at least" && origin !== "number" && origin !== "int")
    return "must not be empty";
  if (origin === "string") return `must have ${relation} ${limit} characters`;
  if (origin === "array") return `must have ${relation} ${limit} items`;
  return `must be ${relation} ${limit}`;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== "object" || found === null) return undefined;
    found = Object.hasOwn(found, key) ? (found as Record<PropertyKey, unknown>)[key] : undefined;
  }
  return found;
}
