import { appliesIn, capabilitiesOf, criteriaIn } from "@/lib/framework/find";
import type { Capability } from "@/lib/framework/schema";
import type { Supposition } from "@/lib/scoring/what-if";
import type { Standing } from "./findings";
import type { SearchParams } from "./route-question";

/** The criteria a person may suppose to be otherwise: what is not met yet, and what is. */
export type WhatIfChoice = { capability: Capability; met: string[]; unmet: string[] };

/** What is ticked, and how many ticks mean nothing here any more. */
export type AskedWhatIf = { supposed: Required<Supposition>; ignored: number };

/** What can be ticked in a care setting, in framework order; not what somebody may not see or does not apply. */
export function whatIfChoices(
  { framework, setting, answers }: Omit<Standing, "result">,
  { showSensitive }: { showSensitive: boolean },
): WhatIfChoice[] {
  return capabilitiesOf(framework)
    .filter((capability) => appliesIn(capability, setting) && (showSensitive || !capability.sensitive))
    .filter(({ id }) => !answers.get(id)?.notApplicable)
    .map((capability) => {
      const ids = criteriaIn(capability, [setting]).flatMap(({ criteria }) => criteria.map(({ id }) => id));
      const isMet = (id: string) => answers.get(capability.id)?.criteria[id] === "met";
      return { capability, met: ids.filter(isMet), unmet: ids.filter((id) => !isMet(id)) };
    });
}

/**
 * Reads the ticks from an address: any number of `met=c06-3-l3-a` and `lost=c01-1-l2-b`. One that asks for what is
 * so already, or names what cannot be ticked here, is only counted: an address may be older than the answers.
 */
export function askedWhatIf(params: SearchParams, choices: readonly WhatIfChoice[]): AskedWhatIf {
  const named = (key: "met" | "lost") => new Set([params[key] ?? []].flat());
  const [met, lost] = [named("met"), named("lost")];
  const supposed = {
    met: new Set(choices.flatMap(({ unmet }) => unmet.filter((id) => met.has(id)))),
    lost: new Set(choices.flatMap((choice) => choice.met.filter((id) => lost.has(id)))),
  };
  return { supposed, ignored: met.size + lost.size - supposed.met.size - supposed.lost.size };
}
