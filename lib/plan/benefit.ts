import { z } from "zod";
import { pounds, year, years } from "./cost";
import type { FinancialYear } from "./financial-year";

/** The four kinds of benefit. They are never added together (issue: benefits as NHS finance would recognise them). */
export const benefitKinds = [
  "cash_releasing",
  "non_cash_releasing",
  "quality_and_safety",
  "societal",
] as const;
export type BenefitKind = (typeof benefitKinds)[number];

export const benefitKindNames: Readonly<Record<BenefitKind, string>> = {
  cash_releasing: "Cash-releasing",
  non_cash_releasing: "Non-cash-releasing",
  quality_and_safety: "Quality and safety",
  societal: "Societal",
};

export const benefitKindMeanings: Readonly<Record<BenefitKind, string>> = {
  cash_releasing: "A budget goes down, and finance can take the money out",
  non_cash_releasing: "Time, space or cost that is not spent, while no budget goes down",
  quality_and_safety: "Better or safer care, for patients or staff",
  societal: "Value to people and places outside the trust's own accounts",
};

/** What hours are used for, once a named finance owner has said so. Until then they stay hours. */
export type HoursUse = {
  text: string;
  financeOwner: string;
  kind: "cash_releasing" | "non_cash_releasing";
  /** Whole pounds a year. */
  pounds: number;
};

/** How a benefit is measured, each a year: money, hours released, or something else in words. */
export type Measure =
  | { unit: "pounds"; pounds: number }
  | { unit: "hours"; hours: number; use: HoursUse | null }
  | { unit: "other"; text: string };

export type Benefit = {
  id: string;
  kind: BenefitKind;
  description: string;
  /** What the figure rests on; it stands beside the figure wherever that is shown. */
  assumption: string;
  measure: Measure;
  fromYear: FinancialYear;
  /** How many years it lasts. */
  years: number;
  /** Who in finance agreed the figure; empty where nobody has. */
  agreedBy: string;
  /** The action the same benefit is counted under already, so that it is counted once. */
  countedIn: string | null;
};

/** The most hours a year in one line. */
export const HOURS_LIMIT = 10_000_000;

const use = z.object({
  text: z.string(),
  financeOwner: z.string().min(1),
  kind: z.enum(["cash_releasing", "non_cash_releasing"]),
  pounds,
});

export const benefitSchema: z.ZodType<Benefit> = z
  .object({
    id: z.string(),
    kind: z.enum(benefitKinds),
    description: z.string(),
    assumption: z.string(),
    measure: z.discriminatedUnion("unit", [
      z.object({ unit: z.literal("pounds"), pounds }),
      z.object({ unit: z.literal("hours"), hours: z.int().min(0).max(HOURS_LIMIT), use: use.nullable() }),
      z.object({ unit: z.literal("other"), text: z.string() }),
    ]),
    fromYear: year,
    years,
    agreedBy: z.string(),
    countedIn: z.string().nullable(),
  })
  .refine(({ kind, measure }) => kind !== "cash_releasing" || measure.unit === "pounds", {
    path: ["measure"],
    message: "is cash only in pounds",
  });
