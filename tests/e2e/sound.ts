import { expect, type Page } from "@playwright/test";
import { faultsOf } from "../support/axe";

/** No fault that axe finds, no scrolling sideways at 320 pixels, and one first-level heading in a named main part. */
export async function sound(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page.locator("main")).toHaveCount(1);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}
