import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds wrong with a page as it stands: each broken rule with where it is broken. */
export async function faultsOf(page: Page): Promise<[rule: string, places: string[]][]> {
  // It puts its findings together in the page itself; else it would open another window each time, for the frames of
  // other sites that no page here has.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(TAGS).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))]);
}
