import { assignTo, expect, expects, listen, openLive, openRound, saved, test } from "./fixtures";

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
    for (const [window, path] of [
      [list, round],
      [mine, answer],
      [theirs, answer],
    ] as const)
      await openLive(window, path);
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

  test("my own saves are no news to me; what a colleague saves after them is", async ({
    page,
    signIn,
    browser,
    baseURL,
  }) => {
    await signIn("lead-zza");
    const round = await openRound(page, "ZZA");
    await assignTo(page, round, "c12-3/organisation", "Farah Siddiqui, Head of information governance");
    const answer = `${round}/answers/c12-3/organisation`;
    await openLive(page, answer);
    const heard = await listen(page.locator("[data-live]"));
    await page.getByLabel("Note (optional)").fill("Mine alone");
    await saved(page);

    const context = await browser.newContext({ baseURL });
    await signIn("ig-zza", context);
    const theirs = await context.newPage();
    await openLive(theirs, answer);
    await theirs.getByLabel("Note (optional)").fill("A colleague’s");
    await saved(theirs);
    await expect(page.locator("[data-live]")).not.toBeEmpty();
    // What is saved is told in its order: news of mine would have come first.
    expect(await heard()).toEqual([expect.stringMatching(/^Farah Siddiqui saved this answer at/)]);
    await context.close();
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
