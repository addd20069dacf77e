import type { Capability, CareSetting } from "@/lib/framework/schema";

// Data: the table of nhs-trust 2026.1 (design 2): which capabilities there are, and what the score rests on.

/** One capability: pillar of What Good Looks Like, scope (o, s), gate, † sensitive, and where it applies. */
export type TableRow = {
  readonly pillar: "WL" | "SF" | "SP" | "SW" | "EP" | "IC" | "HP";
  readonly scope: Capability["scope"];
  readonly gateFor: readonly CareSetting[];
  readonly sensitive: boolean;
  readonly appliesTo: readonly CareSetting[] | null;
};

const ALL = ["acute", "mental_health", "community", "ambulance", "specialist"] as const;
const NOT_AMBULANCE = ["acute", "mental_health", "community", "specialist"] as const;

function row(
  pillar: TableRow["pillar"],
  scope: "o" | "s",
  more: Partial<Pick<TableRow, "gateFor" | "sensitive" | "appliesTo">> = {},
): TableRow {
  const full = scope === "o" ? "organisation" : "setting";
  return { pillar, scope: full, gateFor: [], sensitive: false, appliesTo: null, ...more };
}

export const NHS_TRUST_2026_1: Readonly<Record<string, TableRow>> = {
  "c01-1": row("SF", "s", { gateFor: ALL }),
  "c01-2": row("SF", "o"),
  "c01-3": row("SF", "o", { sensitive: true }),
  "c01-4": row("SF", "o"),
  "c02-1": row("SW", "s"),
  "c02-2": row("SW", "s"),
  "c02-3": row("SW", "o"),
  "c02-4": row("SW", "o"),
  "c03-1": row("SF", "o"),
  "c03-2": row("SW", "o"),
  "c03-3": row("IC", "s"),
  "c03-4": row("WL", "o"),
  "c04-1": row("WL", "o"),
  "c04-2": row("WL", "o"),
  "c04-3": row("WL", "o"),
  "c04-4": row("WL", "o"),
  "c05-1": row("SF", "s"),
  "c05-2": row("SF", "s"),
  "c05-3": row("IC", "s"),
  "c05-4": row("IC", "s", { gateFor: ALL }),
  "c06-1": row("SP", "o", { gateFor: ALL }),
  "c06-2": row("SP", "o", { gateFor: ALL, sensitive: true }),
  "c06-3": row("SP", "o", { gateFor: ALL, sensitive: true }),
  "c06-4": row("SP", "o"),
  "c07-1": row("IC", "s"),
  "c07-2": row("IC", "s", { appliesTo: NOT_AMBULANCE }),
  "c07-3": row("HP", "o"),
  "c07-4": row("IC", "s", { gateFor: ALL }),
  "c07-5": row("IC", "s", { appliesTo: ["acute", "mental_health", "specialist"] }),
  "c08-1": row("SF", "o"),
  "c08-2": row("SF", "s"),
  "c08-3": row("SP", "o"),
  "c09-1": row("SF", "s"),
  "c09-2": row("HP", "o"),
  "c09-3": row("IC", "s"),
  "c09-4": row("HP", "s"),
  "c10-1": row("SP", "o", { gateFor: ALL }),
  "c10-2": row("SP", "o", { sensitive: true }),
  "c10-3": row("SP", "o"),
  "c10-4": row("HP", "o"),
  "c11-1": row("IC", "s", { gateFor: ["acute", "mental_health", "specialist"] }),
  "c11-2": row("IC", "s"),
  "c11-3": row("IC", "s"),
  "c11-4": row("IC", "s"),
  "c12-1": row("EP", "s"),
  "c12-2": row("EP", "s"),
  "c12-3": row("EP", "o"),
  "c12-4": row("EP", "o"),
  "c12-5": row("EP", "s", { appliesTo: NOT_AMBULANCE }),
  "c12-6": row("HP", "o"),
};
