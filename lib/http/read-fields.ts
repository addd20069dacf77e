import type { z } from "zod";
import type { Wrong } from "@/lib/framework/problem";

/**
 * For a rule that looks at several fields: told together with what else is wrong, not after that was put right. Not
 * where one came twice, which no form of ours sends: then there is no text to look at.
 */
const together = {
  when: ({ issues }: { issues: readonly { code?: string; input?: unknown }[] }) =>
    !issues.some(({ code, input }) => code === "invalid_type" && Array.isArray(input)),
};

/**
 * For fields that say something only together, such as the three boxes of a day: `read` makes of them what the action
 * goes by, and tells what is wrong. It is asked twice: first to tell, beside what is wrong with single fields and not
 * after that was put right (a field it looks at may then be none of its choices), and for what it makes once all is well.
 */
export function readTogether<Fields extends z.ZodType, Read>(
  fields: Fields,
  read: (typed: z.output<Fields>, wrong: Wrong) => Read,
) {
  return fields
    .superRefine((typed, context) => {
      read(typed, (field, message) => context.addIssue({ code: "custom", path: [field], message }));
    }, together)
    .transform((typed) => read(typed, () => undefined));
}

/** Reads what a form was filled in with; what is wrong is told in words for people, also where a rule has none. */
export function readFields<Schema extends z.ZodType>(schema: Schema, input: unknown) {
  return schema.safeParse(input, { error: inWords });
}

function inWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return Array.isArray(issue.input) ? "Enter this once" : "Fill this in";
    case "invalid_value":
      return "Choose one of the options";
    case "too_big":
      return issue.origin === "string" ? `Enter ${issue.maximum} characters or fewer` : "Enter less";
    case "too_small":
      return issue.origin === "number" ? `Enter ${issue.minimum} or more` : "Fill this in";
    default:
      return "Check this";
  }
}
