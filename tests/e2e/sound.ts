import { expect, type Page } from "@playwright/test";
import { faultsOf } from "../support/axe";
import { hardToUse } from "../support/targets";

const HELP = ["Accessibility statement", "Privacy", "Cookies", "Help and contact"];

/**
 * No fault that axe finds and nothing it leaves open, nothing hard to hit or to fill in, no scrolling sideways at 320
 * pixels, one first-level heading in a named main part, and help where it always is.
 */
export async function sound(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page.locator("main")).toHaveCount(1);
  await expect(page.locator("footer a")).toHaveText(HELP);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await faultsOf(page)).toEqual([]);
    expect(await hardToUse(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}
