import { z } from "zod";
import type { FinancialYear } from "./financial-year";

/** The kinds of cost, as NHS finance tells them apart: capital money does not pay for running costs. */
export const costKinds = ["one_off_capital", "one_off_revenue", "recurring_revenue"] as const;
export type CostKind = (typeof costKinds)[number];

export const costKindNames: Readonly<Record<CostKind, string>> = {
  one_off_capital: "One-off capital",
  one_off_revenue: "One-off revenue",
  recurring_revenue: "Recurring revenue",
};

/** What sort of money a funding source gives. */
export const fundingTypes = ["capital", "revenue"] as const;
export type FundingType = (typeof fundingTypes)[number];

export const fundingTypeNames: Readonly<Record<FundingType, string>> = {
  capital: "Capital",
  revenue: "Revenue",
};

/** The most money in one line, in whole pounds. */
export const POUNDS_LIMIT = 2_000_000_000;

/** The longest a yearly figure runs, in years. */
export const YEARS_LIMIT = 15;

export type Cost = {
  id: string;
  kind: CostKind;
  description: string;
  /** What the figure rests on; it stands beside the figure wherever that is shown. */
  assumption: string;
  /** Whole pounds, never negative: in all for a one-off cost, a year for a recurring one. */
  pounds: number;
  fromYear: FinancialYear;
  /** How many years it runs; 1 for a one-off cost. */
  years: number;
  /** Who pays, in words, and in what sort of money; null where nobody has said yes. */
  funding: { source: string; type: FundingType } | null;
  /** True for keeping the old running beside the new. */
  doubleRunning: boolean;
  /** Who in finance agreed the figure; empty where nobody has. */
  agreedBy: string;
};

export const pounds = z.int().min(0).max(POUNDS_LIMIT);
export const year = z.int().min(2020).max(2099);
export const years = z.int().min(1).max(YEARS_LIMIT);

export const costSchema: z.ZodType<Cost> = z.object({
  id: z.string(),
  kind: z.enum(costKinds),
  description: z.string(),
  assumption: z.string(),
  pounds,
  fromYear: year,
  years,
  funding: z.object({ source: z.string(), type: z.enum(fundingTypes) }).nullable(),
  doubleRunning: z.boolean(),
  agreedBy: z.string(),
});

/** The sort of money that a kind of cost needs. */
export function moneyNeeded(kind: CostKind): FundingType {
  return kind === "one_off_capital" ? "capital" : "revenue";
}
