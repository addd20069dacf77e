import type { AnswerScope } from "@/lib/assessment/scopes";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import type { Capability, CareSetting } from "@/lib/framework/schema";

/** The stored answers that make the figures of one care setting, by capability id. */
export type ServingAnswers = ReadonlyMap<string, StoredAnswer>;

/**
 * The answer that serves each capability in a care setting: the setting's own unless it was taken back, else the
 * organisation's (design 3 §1).
 */
export function servingAnswers(setting: CareSetting, rows: readonly StoredAnswer[]): ServingAnswers {
  const serving = new Map<string, StoredAnswer>();
  for (const row of rows) {
    if (row.withdrawn) continue;
    const own = row.scope === setting;
    if (own || (row.scope === "organisation" && !serving.has(row.capabilityId))) {
      serving.set(row.capabilityId, row);
    }
  }
  return serving;
}

/** Where the answer behind a figure is given: in the setting's own scope where it has one, else the capability's. */
export function servingScope(
  capability: Capability,
  setting: CareSetting,
  serving: ReadonlyMap<string, Pick<StoredAnswer, "scope">>,
): AnswerScope {
  if (serving.get(capability.id)?.scope === setting) return setting;
  return capability.scope === "organisation" ? "organisation" : setting;
}
