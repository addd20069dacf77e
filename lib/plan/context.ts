import type { FinancialYear } from "./financial-year";
import { inYear, type PlanMoney } from "./money";

/** What a trust typed in to read the money of its plan beside; each part is null where nobody typed it. */
export type PlanContext = {
  /** The trust's efficiency programme of a year, in whole pounds. */
  efficiency: { year: FinancialYear; pounds: number } | null;
  /** The trust's published productivity growth, in tenths of a per cent; it may be negative. */
  productivity: { year: FinancialYear; tenths: number; source: string } | null;
  /** 0 before anything was typed. */
  version: number;
};

export const emptyContext: PlanContext = { efficiency: null, productivity: null, version: 0 };

/** The productivity growth the NHS is asked for each year (2025 Spending Review), in tenths of a per cent. */
export const NATIONAL_ASK_TENTHS = 20;

/**
 * Cash-releasing benefit beside the trust's efficiency programme of the same year, in whole pounds; null where no
 * programme was typed. Nothing else is ever set against it.
 */
export function besideProgramme(
  { benefits }: Pick<PlanMoney, "benefits">,
  { efficiency }: Pick<PlanContext, "efficiency">,
): { year: FinancialYear; programme: number; cashReleasing: number } | null {
  const cash = benefits.find(({ kind }) => kind === "cash_releasing");
  if (!efficiency || !cash) return null;
  const { year, pounds } = efficiency;
  return { year, programme: pounds, cashReleasing: inYear(cash.byYear, year) };
}
