import { NHS_TRUST_2026_1, type TableRow } from "@/lib/framework/content-rules/nhs-trust-table";
import {
  capabilityPlaces,
  problemAt,
  type ContentRule,
  type Keys,
} from "@/lib/framework/content-rules/places";
import type { Problem } from "@/lib/framework/problem";
import type { Capability } from "@/lib/framework/schema";

const TABLES: Readonly<Record<string, Readonly<Record<string, TableRow>>>> = { "2026.1": NHS_TRUST_2026_1 };

/**
 * A version with a table of its own (design 2) keeps to it: the capabilities there are, and for each its
 * pillar, scope, gates, sensitivity and care settings. Changing one is a decision, made in the table too.
 */
export const departureFromTable: ContentRule = (framework) => {
  const table = TABLES[framework.version];
  if (!table) return [];
  const places = capabilityPlaces(framework);
  const present = new Set(places.map(({ capability }) => capability.id));
  return [
    ...Object.keys(table)
      .filter((id) => !present.has(id))
      .map((id) => problemAt(["dimensions"], `${id} of the table is missing`)),
    ...places.flatMap(({ capability, at }) => departures(capability, table[capability.id], at)),
  ];
};

function departures(capability: Capability, row: TableRow | undefined, at: Keys): Problem[] {
  if (!row) return [problemAt([...at, "id"], `${capability.id} is not in the table of this version`)];
  const compared: [key: string, found: unknown, wanted: unknown][] = [
    ["scope", capability.scope, row.scope],
    ["sensitive", capability.sensitive, row.sensitive],
    ["gateFor", sorted(capability.gateFor), sorted(row.gateFor)],
    ["appliesTo", sorted(capability.appliesTo), sorted(row.appliesTo)],
    ["lenses/wgll", capability.lenses.wgll?.join(", "), row.pillar],
  ];
  return compared
    .filter(([, found, wanted]) => found !== wanted)
    .map(([key, found, wanted]) =>
      problemAt([...at, ...key.split("/")], `is ${String(found)}, and ${String(wanted)} in the table`),
    );
}

function sorted(settings: readonly string[] | null): string {
  return settings === null ? "every setting" : [...settings].sort().join(", ") || "none";
}
