import { findCapability } from "@/lib/framework/find";
import type { Capability } from "@/lib/framework/schema";
import type { Result } from "@/lib/scoring/result";
import { titleIn, type Standing } from "./findings";

/**
 * What a capability usually wants first (`needs`) and has not got today: a caution beside what is planned, never a
 * condition of it. `after` is the result once all of it is done; `way` names it, "this way" or "this".
 */
export function cautionsFor(
  { framework, setting, result }: Standing,
  capability: Capability,
  after: Result,
  { showSensitive, way }: { showSensitive: boolean; way: string },
): string[] {
  const levelIn = ({ capabilities }: Result, id: string) =>
    capabilities.find((entry) => entry.id === id)?.low;
  return capability.needs.flatMap(({ capability: id, level }) => {
    const needed = findCapability(framework, id);
    const now = levelIn(result, id);
    if (!needed || now === undefined || now >= level || (needed.sensitive && !showSensitive)) return [];
    const then = levelIn(after, id) ?? now;
    const first = `Usually wanted first: ${titleIn(needed, setting)} at level ${level}`;
    return then >= level
      ? [`${first}. It is on this list: do it before this one.`]
      : [`${first}. It is at level ${now}, and ${way} leaves it at level ${then}.`];
  });
}
