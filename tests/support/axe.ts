import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { faintOf } from "./contrast";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Rules, each with where on the page. */
type Findings = [rule: string, places: string[]][];

// It puts its findings together in the page itself; else it would open another window each time, for the frames of
// other sites that no page here has.
const builder = (page: Page) => new AxeBuilder({ page }).setLegacyMode();

type Found = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"];
const placesOf = (results: Found): Findings =>
  results.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))]);

/**
 * What axe finds wrong with a page as it stands: each broken rule with where it is broken. What it leaves open is
 * wrong too, but for words on something drawn, which are judged by their colours.
 */
export async function faultsOf(page: Page): Promise<Findings> {
  const { violations, incomplete } = await builder(page).withTags(TAGS).analyze();
  const faults = placesOf(violations);
  for (const [rule, places] of placesOf(incomplete)) {
    const open = rule === "color-contrast" ? await faintOf(page, places) : places;
    if (open.length > 0) faults.push([`${rule}, left open`, open]);
  }
  return faults;
}

/** Words that stand at less than seven to one against what lies behind them, 4.5 if they are large (WCAG 1.4.6). */
export async function faintWords(page: Page): Promise<string[]> {
  const { violations, incomplete } = await builder(page).withRules(["color-contrast-enhanced"]).analyze();
  const open = placesOf(incomplete).flatMap(([, places]) => places);
  return [
    ...placesOf(violations).flatMap(([, places]) => places),
    ...(await faintOf(page, open, { words: 7, large: 4.5 })),
  ];
}
