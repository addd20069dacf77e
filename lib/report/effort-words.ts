import type { Effort, Framework } from "@/lib/framework/schema";

const sizes: Record<Effort, string> = { S: "small", M: "medium", L: "large", XL: "very large" };

type Points = Pick<Framework, "effortPoints">;

/** The size of the work to meet a criterion: "medium, 3 points, about 6 months". */
export function effortInWords(framework: Framework, effort: Effort): string {
  const months = framework.leadMonths[effort];
  return `${sizes[effort]}, ${pointsInWords(framework.effortPoints[effort])}, about ${monthsInWords(months)}`;
}

/** What a point stands for: "1 for a small one, 3 medium, 8 large, 40 very large", of whatever was just named. */
export function pointScale({ effortPoints: { S, M, L, XL } }: Points): string {
  return `${S} for a small one, ${M} medium, ${L} large, ${XL} very large`;
}

/** How effort is counted, where points stand without the method of the gaps beside them. */
export function pointsExplained(framework: Points): string {
  return `Effort is in points for each piece of work: ${pointScale(framework)}.`;
}

/** "1 point", "34 points" or "1,055 points". */
export function pointsInWords(points: number): string {
  return `${points.toLocaleString("en-GB")} ${points === 1 ? "point" : "points"}`;
}

/** "1 month" or "12 months". */
export function monthsInWords(months: number): string {
  return `${months} ${months === 1 ? "month" : "months"}`;
}

/** The longest lead time among pieces of work that can go on side by side, in months; 0 for none. */
export function longestLead(framework: Framework, efforts: readonly Effort[]): number {
  return Math.max(0, ...efforts.map((effort) => framework.leadMonths[effort]));
}
