import { expect, openRound, test, unfold } from "./fixtures";

test.describe("What if: a digital lead ticks what might be done", () => {
  test("the stage follows as I tick, the address goes with it, and no answer changes", async ({
    page,
    signIn,
  }) => {
    await signIn("lead-zza");
    const path = `${await openRound(page, "ZZA")}/results/acute/what-if`;
    await page.goto(path);
    const outcome = page.getByRole("status").filter({ hasText: "score" });
    await expect(outcome).toContainText("Nothing is ticked, so this is today");

    const missing = page.locator('input[name="met"]').first();
    await unfold(page.locator("details").filter({ has: missing }).first());
    await missing.check();
    await expect(outcome).toContainText("With 1 change:");
    await expect(page).toHaveURL(/\?met=c01-/);
    const told = await outcome.textContent();
    await page.reload();
    await expect(missing).toBeChecked();
    expect(await outcome.textContent()).toBe(told);

    await page.getByRole("link", { name: /^Tick the shortest way to / }).click();
    await expect(outcome).toContainText("Established");
    await page.getByRole("link", { name: "Take all ticks back" }).click();
    await expect(outcome).toContainText("Nothing is ticked, so this is today");
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("a button shows what it would come to, and what I ticked stays ticked", async ({ page, signIn }) => {
      await signIn("lead-zza");
      await page.goto(`${await openRound(page, "ZZA")}/results/acute/what-if`);
      const missing = page.locator('input[name="met"]').first();
      await unfold(page.locator("details").filter({ has: missing }).first());
      await missing.check();
      await page.getByRole("button", { name: "See what it would come to" }).click();
      await expect(page.getByText(/^With 1 change:/)).toBeVisible();
      await expect(missing).toBeChecked();
    });
  });
});

test("What each effort gets me: the curve is drawn where I look at it, and every figure of it is in a table", async ({
  page,
  signIn,
}) => {
  await signIn("lead-zza");
  await page.goto(`${await openRound(page, "ZZA")}/results/acute/route`);
  await page.getByRole("link", { name: "See what each effort gets you" }).click();
  await expect(page.getByRole("application").locator("path.recharts-curve")).toBeVisible();
  const tenths = page.getByRole("table", { name: "The least effort for each tenth of the score" });
  await expect(tenths.getByRole("row").nth(1)).toContainText("0 (today)");
  await page.getByRole("link", { name: "Shortest way to Established" }).click();
  await expect(page.getByRole("heading", { name: /^Shortest by effort to Established/ })).toBeVisible();
});
