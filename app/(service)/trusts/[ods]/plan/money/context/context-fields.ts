import { z } from "zod";
import type { Wrong } from "@/lib/framework/problem";
import { readTogether } from "@/lib/http/read-fields";
import { type PlanContext } from "@/lib/plan/context";
import { POUNDS_LIMIT } from "@/lib/plan/cost";
import { YEAR_ASKED, yearTyped } from "@/lib/plan/financial-year";
import { poundsTyped, tenthsTyped } from "@/lib/plan/money-words";

/** What the money of a plan is read beside, as it is typed; each part whole or empty. */
export const contextFields = readTogether(
  z.object({
    ods: z.string(),
    version: z.coerce.number().int().min(0),
    efficiencyYear: z.string().trim().default(""),
    efficiency: z.string().trim().default(""),
    productivityYear: z.string().trim().default(""),
    productivity: z.string().trim().default(""),
    source: z.string().trim().max(500, "Enter 500 characters or fewer").default(""),
  }),
  (typed, wrong) => {
    const { ods, version } = typed;
    const kept: PlanContext = {
      efficiency: efficiencyTyped(typed, wrong),
      productivity: productivityTyped(typed, wrong),
      version,
    };
    return { ods, context: kept };
  },
);

function efficiencyTyped(
  typed: { efficiencyYear: string; efficiency: string },
  wrong: Wrong,
): PlanContext["efficiency"] {
  if (!typed.efficiencyYear && !typed.efficiency) return null;
  const year = yearTyped(typed.efficiencyYear);
  const pounds = poundsTyped(typed.efficiency);
  if (year === undefined) wrong("efficiencyYear", YEAR_ASKED);
  if (pounds === "negative") wrong("efficiency", "An efficiency programme is never less than nothing");
  else if (pounds === null || pounds === undefined || pounds > POUNDS_LIMIT)
    wrong("efficiency", "Enter whole pounds, such as 18,500,000");
  return { year: year ?? 0, pounds: typeof pounds === "number" ? pounds : 0 };
}

function productivityTyped(
  typed: { productivityYear: string; productivity: string; source: string },
  wrong: Wrong,
): PlanContext["productivity"] {
  if (!typed.productivityYear && !typed.productivity && !typed.source) return null;
  const year = yearTyped(typed.productivityYear);
  const tenths = tenthsTyped(typed.productivity);
  if (year === undefined) wrong("productivityYear", YEAR_ASKED);
  if (tenths === null || tenths === undefined || Math.abs(tenths) > 500)
    wrong("productivity", "Enter a percentage with at most one decimal, such as 1.4 or -0.3");
  if (!typed.source) wrong("source", "Enter where the figure is published");
  return { year: year ?? 0, tenths: tenths ?? 0, source: typed.source };
}
