import { expect, expects, openLive, openRound, saved, test, unfold } from "./fixtures";

const recovery = (round: string) => `${round}/answers/c06-3/organisation`;
const status = "[data-save]";

test.describe("answers save as I go", () => {
  test("I judge one criterion and it is there when I come back", async ({ page, signIn }) => {
    await signIn("lead-zza");
    const path = `${await openRound(page, "ZZA")}/answers/c04-1/organisation`;
    await openLive(page, path);
    const first = page.locator("[data-criterion]").first();
    await unfold(first.locator("xpath=ancestor::details"));
    const judged = (await first.locator('input[value="not_known"]').isChecked()) ? "met" : "not_known";
    await first.locator(`input[value="${judged}"]`).check();
    await saved(page);
    await page.getByLabel("Note (optional)").fill("Asked the company secretary");
    await saved(page);
    await page.reload();
    await expect(page.getByLabel("Note (optional)")).toHaveValue("Asked the company secretary");
    await expect(first.locator(`input[value="${judged}"]`)).toBeChecked();
  });

  test("I pick a level over single judgements and am asked first", async ({ page, signIn }) => {
    await signIn("lead-zza");
    await openLive(page, `${await openRound(page, "ZZA")}/answers/c04-4/organisation`);
    for (const level of ["Level 1: Foundational", "Level 3: Established"]) {
      if (await page.getByLabel(level).isChecked()) continue;
      await page.getByLabel(level).check();
      await saved(page);
    }
    await unfold(page.locator("#rung-4"));
    await page.locator("#rung-4 [data-criterion]").first().locator('input[value="met"]').check();
    await saved(page);
    await page.getByLabel("Level 2: Developing").check();
    await expect(page.getByText("Picking level 2 changes what was decided for:")).toBeVisible();
    await page.getByRole("button", { name: "Yes, save level 2" }).click();
    await saved(page);
    await expect(page.locator("#answer")).toContainText("Level 2");
  });

  test("I type before the page's scripts have come: what I typed stays, and is saved", async ({
    page,
    signIn,
  }) => {
    await signIn("lead-zza");
    const path = `${await openRound(page, "ZZA")}/answers/c04-1/organisation`;
    await openLive(page, path);
    await page.getByLabel("Note (optional)").fill("What stood there");
    await saved(page);
    let come = () => {};
    const typed = new Promise<void>((resolve) => (come = resolve));
    await page.route("**/_next/static/**/*.js", async (route) => {
      await typed;
      await route.continue();
    });
    await page.goto(path, { waitUntil: "commit" });
    await page.getByLabel("Note (optional)").fill("Typed on a slow connection");
    come();
    await saved(page);
    await expect(page.getByLabel("Note (optional)")).toHaveValue("Typed on a slow connection");
    await page.unroute("**/_next/static/**/*.js");
    await page.reload();
    await expect(page.getByLabel("Note (optional)")).toHaveValue("Typed on a slow connection");
  });

  test(
    "the Wi-Fi drops: it says so, keeps my text and saves once it is back",
    { ...expects("Failed to load resource") },
    async ({ page, signIn }) => {
      await signIn("lead-zza");
      await openLive(page, recovery(await openRound(page, "ZZA")));
      await page.route("**/api/assessments/**", (route) => route.abort());
      await page.getByLabel("Note (optional)").fill("Typed in the basement");
      await expect(page.locator(status)).toHaveAttribute("data-save", "retrying");
      await expect(page.locator(status)).toContainText("Not saved yet");
      await page.unroute("**/api/assessments/**");
      await saved(page);
      await page.reload();
      await expect(page.getByLabel("Note (optional)")).toHaveValue("Typed in the basement");
    },
  );

  test(
    "my session ends while I type: I sign in elsewhere and nothing is lost",
    { ...expects("401") },
    async ({ page, context, signIn }) => {
      await signIn("lead-zza");
      await openLive(page, recovery(await openRound(page, "ZZA")));
      await context.clearCookies();
      await page.getByLabel("Note (optional)").fill("Ten minutes of typing");
      await expect(page.locator(status)).toHaveAttribute("data-save", "signed_out");
      await expect(page.getByLabel("Note (optional)")).toHaveValue("Ten minutes of typing");
      await signIn("lead-zza");
      await page.getByRole("button", { name: "Save now" }).click();
      await saved(page);
    },
  );

  test(
    "another window saves first: I see both and choose (CC-6)",
    { ...expects("409") },
    async ({ page, browser, signIn, baseURL }) => {
      await signIn("lead-zza");
      const path = `${await openRound(page, "ZZA")}/answers/c03-4/organisation`;
      const elsewhere = await browser.newContext(baseURL ? { baseURL } : {});
      await signIn("lead-zza", elsewhere);
      const theirs = await elsewhere.newPage();
      await Promise.all([openLive(page, path), openLive(theirs, path)]);
      await theirs.getByLabel("Note (optional)").fill("Theirs");
      await saved(theirs);
      await page.getByLabel("Note (optional)").fill("Mine");
      await expect(page.locator(status)).toHaveAttribute("data-save", "stale");
      const box = page.getByRole("region", { name: "The answer you saved in another window" });
      await expect(box).toContainText("Theirs");
      await expect(page.getByLabel("Note (optional)")).toHaveValue("Mine");
      await page.getByRole("button", { name: "Save what is on this page instead" }).click();
      await saved(page);
      await theirs.reload();
      await expect(theirs.getByLabel("Note (optional)")).toHaveValue("Mine");
      await elsewhere.close();
    },
  );

  test("nothing of what I type is kept in the browser's storage (HD-4)", async ({ page, signIn }) => {
    await signIn("lead-zza");
    await openLive(page, recovery(await openRound(page, "ZZA")));
    await page.getByLabel("Note (optional)").fill("Nowhere but in the database");
    await saved(page);
    const stored = await page.evaluate(async () => ({
      local: JSON.stringify(localStorage),
      session: JSON.stringify(sessionStorage),
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
    }));
    expect(stored).toEqual({ local: "{}", session: "{}", databases: [], caches: [] });
  });
});
