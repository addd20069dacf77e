import { capabilitiesOf } from "@/lib/framework/find";
import type { Framework } from "@/lib/framework/schema";

/**
 * What a changed draft no longer has of what an answer may point at: care settings, capabilities in their scope,
 * criteria, reasons for not applicable. Empty: whatever was answered against `before` can still be read in `after`.
 */
export function lostFromDraft(before: Framework, after: Framework): string[] {
  const kept = new Set(pointedAt(after));
  return pointedAt(before).filter((item) => !kept.has(item));
}

function pointedAt(framework: Framework): string[] {
  return [
    ...framework.careSettings.map(({ id }) => `care setting ${id}`),
    ...capabilitiesOf(framework).flatMap(({ id, scope, levels, mayBeNotApplicable }) => [
      `capability ${id} (answered per ${scope})`,
      ...levels.flatMap(({ criteria }) => criteria.map((criterion) => `criterion ${criterion.id}`)),
      ...(mayBeNotApplicable?.reasons ?? []).map((reason) => `reason ${reason.id} of ${id}`),
    ]),
  ];
}
