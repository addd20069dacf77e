import { expect, openRound, saved, test } from "./fixtures";
import { tabTo } from "./keys";

test("with the keyboard alone I sign in, find a question, answer it and go on", async ({ page }) => {
  await page.goto("/sign-in");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to main content" })).toBeFocused();
  await tabTo(page, ({ text }) => text.includes("Priya Raman"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ashdown Valley");
  const round = await openRound(page, "ZZA");
  await tabTo(page, ({ text }) => text === "Continue the assessment");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${round}`);
  await tabTo(page, ({ text }) => text.startsWith("1.2 Network"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${round}/answers/c01-2/organisation$`));

  await tabTo(page, ({ id }) => /^level(-\d)?$/.test(id));
  await page.keyboard.press("ArrowDown");
  await saved(page);
  await page.keyboard.press("ArrowDown");
  await saved(page);
  await tabTo(page, ({ id }) => id === "note");
  await page.keyboard.type("Typed with the keyboard");
  await saved(page);
  await tabTo(page, ({ text }) => text.startsWith("Next"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("1.3");
});

test("what has focus is never hidden behind the save state (2.4.11)", async ({ page, signIn }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await signIn("lead-zza");
  await page.goto(`${await openRound(page, "ZZA")}/answers/c06-3/organisation`);
  for (let presses = 0; presses < 45; presses += 1) {
    await page.keyboard.press("Tab");
    const hidden = await page.evaluate(() => {
      const focused = document.activeElement?.getBoundingClientRect();
      const bar = document.querySelector(".app-save-status")?.getBoundingClientRect();
      if (!focused || !bar || focused.height === 0 || bar.top > 0) return false;
      return focused.bottom <= bar.bottom && focused.top >= bar.top;
    });
    expect(hidden).toBe(false);
  }
});
