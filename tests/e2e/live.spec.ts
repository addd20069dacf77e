import { expect, expects, openRound, saved, test } from "./fixtures";

test.describe("I see what colleagues save, as they save it", () => {
  test("in the list of questions and on the page of the answer, and what I typed stays", async ({
    page,
    signIn,
    browser,
    baseURL,
  }) => {
    await signIn("lead-zza");
    const round = await openRound(page, "ZZA");
    const answer = `${round}/answers/c12-6/organisation`;
    const open = async () => {
      const context = await browser.newContext(baseURL ? { baseURL } : {});
      await signIn("lead-zza", context);
      return context.newPage();
    };
    const [list, mine, theirs] = [page, await open(), await open()];
    await list.goto(round);
    await mine.goto(answer);
    await theirs.goto(answer);
    // Typed but not sent: as if the network were slow.
    await mine.route("**/answers/**", (route) => route.abort());
    await mine.getByLabel("Note (optional)").fill("Half a sentence of mine");

    await theirs.getByLabel("Note (optional)").fill("Saved by a colleague");
    await saved(theirs);

    await expect(list.locator("[data-live]")).toContainText("saved 12.6");
    await expect(mine.locator("[data-live]")).toContainText("saved this answer at");
    await expect(mine.getByLabel("Note (optional)")).toHaveValue("Half a sentence of mine");
    for (const window of [mine, theirs]) await window.context().close();
  });

  test("my own saves are no news to me", async ({ page, signIn }) => {
    await signIn("lead-zza");
    await page.goto(`${await openRound(page, "ZZA")}/answers/c12-3/organisation`);
    await page.getByLabel("Note (optional)").fill("Mine alone");
    await saved(page);
    await page.waitForTimeout(2500);
    await expect(page.locator("[data-live]")).toBeEmpty();
  });

  test(
    "the stream cannot be had: everything else works",
    { ...expects("Failed to load resource") },
    async ({ page, signIn }) => {
      await signIn("lead-zza");
      const round = await openRound(page, "ZZA");
      await page.route("**/changes", (route) => route.abort());
      await page.goto(`${round}/answers/c12-3/organisation`);
      await page.getByLabel("Note (optional)").fill("Without the stream");
      await saved(page);
    },
  );
});
