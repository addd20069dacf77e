import { z } from "zod";
import { criteriaIn } from "@/lib/framework/find";
import { jsonPointer, type Problem, problemsFrom } from "@/lib/framework/problem";
import { type Capability, type CareSetting, levelSchema } from "@/lib/framework/schema";
import { criteriaForLevel, type CriterionState } from "@/lib/scoring/answers";
import { differsHere, settingsServed, type AnswerScope } from "./scopes";
import { confidences, type AnswerContent } from "./stored-answer";

/** The longest note, in characters, and the largest body, in bytes; both are stated where people type. */
export const NOTE_LIMIT = 4000;
export const BODY_LIMIT = 64 * 1024;
/** A plain form that is larger is not saved either, but up to here given back with what was typed in it. */
export const GIVEN_BACK_LIMIT = 1024 * 1024;

/** What an answer says of its criteria, by id. */
export const criteriaSchema = z.record(z.string(), z.enum(["met", "not_met", "not_known"]));

export const answerBodySchema = z.strictObject({
  version: z.int().min(0),
  criteria: criteriaSchema.optional(),
  level: levelSchema.optional(),
  notApplicable: z.strictObject({ reason: z.string() }).optional(),
  note: z
    .string()
    .refine(
      (text) => text.length <= NOTE_LIMIT,
      `The note is longer than ${NOTE_LIMIT.toLocaleString("en-GB")} characters. Shorten it.`,
    )
    .refine(
      (text) => !text.includes("\0") && text.isWellFormed(),
      "The note has a character that cannot be kept.",
    )
    .default(""),
  confidence: z.enum(confidences).nullable().default(null),
});

/** A save as it is sent (contract: saving an answer); it replaces the whole answer. */
export type AnswerBody = z.infer<typeof answerBodySchema>;

export type ReadBody =
  { ok: true; version: number; content: AnswerContent } | { ok: false; problems: Problem[] };

/**
 * Reads the body of a save against the capability and scope it is for. A picked level becomes its criteria:
 * all up to it met, all above it not met. Problems name their place as a JSON Pointer into the body.
 */
export function readAnswerBody(
  input: unknown,
  capability: Capability,
  careSettings: readonly CareSetting[],
  scope: AnswerScope,
): ReadBody {
  const parsed = answerBodySchema.safeParse(input);
  if (!parsed.success) return { ok: false, problems: problemsFrom(parsed.error, input).map(asSentence) };
  const body = parsed.data;
  const settings = settingsServed(capability, careSettings, scope);
  const problems = [
    ...oneWayOfAnswering(body),
    // The names as they were sent: parsing drops one that is special to the language, "__proto__".
    ...criteriaThatBelong(Object.keys((input as AnswerBody).criteria ?? {}), capability, settings),
    ...allowedReason(body, capability),
  ];
  if (differsHere(capability, scope) && body.note.trim() === "") {
    problems.push({
      path: "/note",
      message: "Say in the note why this care setting differs from the rest of the trust.",
    });
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    version: body.version,
    content: {
      criteria: decidedCriteria(body, capability, settings),
      notApplicable: body.notApplicable?.reason ?? null,
      note: body.note,
      confidence: body.confidence,
    },
  };
}

function decidedCriteria(
  body: AnswerBody,
  capability: Capability,
  settings: readonly CareSetting[],
): Record<string, CriterionState> {
  if (body.level !== undefined) return criteriaForLevel(capability, body.level, settings);
  return { ...body.criteria };
}

function oneWayOfAnswering(body: AnswerBody): Problem[] {
  const given = [body.criteria, body.level, body.notApplicable].filter((part) => part !== undefined);
  if (given.length === 1) return [];
  return [{ path: "", message: "Give exactly one of criteria, level and notApplicable." }];
}

function criteriaThatBelong(
  ids: readonly string[],
  capability: Capability,
  settings: readonly CareSetting[],
): Problem[] {
  const known = new Set(
    criteriaIn(capability, settings).flatMap((level) => level.criteria.map(({ id }) => id)),
  );
  return ids
    .filter((id) => !known.has(id))
    .map((id) => ({
      path: jsonPointer(["criteria", id]),
      message: `${capability.number} ${capability.name} has no such criterion here.`,
    }));
}

function allowedReason(body: AnswerBody, capability: Capability): Problem[] {
  if (!body.notApplicable) return [];
  const reasons = capability.mayBeNotApplicable?.reasons ?? [];
  if (reasons.length === 0) {
    return [{ path: "/notApplicable", message: `${capability.number} ${capability.name} always applies.` }];
  }
  if (reasons.some(({ id }) => id === body.notApplicable?.reason)) return [];
  return [
    { path: "/notApplicable/reason", message: `Choose one of: ${reasons.map(({ id }) => id).join(", ")}.` },
  ];
}

/** What people read beside the form is a sentence: one of our own, or the place with what is wrong there. */
function asSentence({ path, message }: Problem): Problem {
  return /^[A-Z]/.test(message)
    ? { path, message }
    : { path, message: `${path || "The answer"} ${message}.` };
}
