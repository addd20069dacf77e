import { jsonPointer, problemsFrom, type Problem } from "@/lib/framework/problem";
import { frameworkSchema, type Framework } from "@/lib/framework/schema";
import { senseProblems } from "@/lib/framework/sense";

/**
 * Reads a framework document: its shape, then its sense (unique ids, no gap in levels, references that lead
 * somewhere). Optional keys come out filled. The problems name their place by JSON Pointer.
 */
export function parseFramework(
  value: unknown,
): { ok: true; framework: Framework } | { ok: false; problems: Problem[] } {
  const parsed = frameworkSchema.safeParse(value);
  if (!parsed.success) return { ok: false, problems: problemsFrom(parsed.error, value) };
  const problems = senseProblems(parsed.data).map(({ at, message }) => ({ path: jsonPointer(at), message }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, framework: parsed.data };
}
