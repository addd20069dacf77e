import type { Page } from "@playwright/test";

/** Moves focus with the Tab key until it rests on what is wanted. */
export async function tabTo(
  page: Page,
  wanted: (focused: { text: string; id: string }) => boolean,
): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => ({
      text: document.activeElement?.textContent?.trim() ?? "",
      id: document.activeElement?.id ?? "",
    }));
    if (wanted(focused)) return;
  }
  throw new Error("The Tab key never came to it");
}
