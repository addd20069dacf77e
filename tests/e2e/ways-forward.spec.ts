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

test("The shortest way: what nothing reaches is explained, and what I typed wrong stays", async ({
  page,
  signIn,
}) => {
  await signIn("lead-zza");
  const route = `${await openRound(page, "ZZA")}/results/acute/route`;
  await page.goto(`${route}?stage=3&exclude=c06-3`);
  await expect(page.getByRole("heading", { name: "Nothing reaches Established" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: "6.3" }).first()).toContainText(
    "is at level 2 and needs level 3",
  );
  await page.getByRole("link", { name: /^Take back the condition on 6\.3/ }).click();
  await expect(page.getByRole("heading", { name: /^Shortest by effort to Established/ })).toBeVisible();
  await page.getByLabel("Overall score to reach").fill("6");
  await page.getByRole("button", { name: "Find the shortest way" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Enter an overall score from 1 to 5");
  await expect(page.getByLabel("Overall score to reach")).toHaveValue("6");
});

test.describe("Targets: the lead sets them, an approver approves them", () => {
  test("a target has an owner and waits; once approved it says by whom, and a change undoes that", async ({
    page,
    context,
    signIn,
  }) => {
    await signIn("lead-zza");
    const targets = `${await openRound(page, "ZZA")}/results/community/targets`;
    await page.goto(targets);
    await page.getByRole("link", { name: /^Set a target for 8\.1/ }).click();
    await page.getByLabel("Level 4:").check();
    await page.getByLabel("Who answers for it?").fill("Director of data");
    await page.getByLabel("Why this level").fill("Agreed by the data board");
    const day = ["Day", "Month", "Year"].map((box) => page.getByLabel(box, { exact: true }));
    for (const [box, typed] of ["31", "3", "2020"].entries()) await day[box]?.fill(typed);
    await page.getByRole("button", { name: "Save target" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText(
      "The date must be today or in the future",
    );
    await expect(page.getByLabel("Why this level")).toHaveValue("Agreed by the data board");
    for (const box of day) await box.fill("");
    await page.getByRole("button", { name: "Save target" }).click();
    const row = page.getByRole("row").filter({ hasText: "Agreed by the data board" });
    await expect(row).toContainText("Director of data");
    await expect(row).toContainText("Not yet");

    await context.clearCookies();
    await signIn("approver-zza");
    await page.goto(targets);
    await page.getByRole("button", { name: "Approve these targets" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Tick at least one target");
    await page.getByRole("checkbox", { name: /^8\.1/ }).check();
    await page.getByRole("button", { name: "Approve these targets" }).click();
    await expect(row).toContainText(/by Margaret Osei/);
  });

  test("the next stage, from a template: I see what it would set before it is set", async ({
    page,
    signIn,
  }) => {
    await signIn("lead-zza");
    await page.goto(`${await openRound(page, "ZZA")}/results/acute/targets/template`);
    await page.getByRole("link", { name: /^The next stage/ }).click();
    await expect(page.getByRole("row").filter({ hasText: "Level 3" }).first()).toBeVisible();
    const [day, month, year] = ["Day", "Month", "Year"].map((box) => page.getByLabel(box, { exact: true }));
    await expect(day!).toHaveValue("31");
    await expect(month!).toHaveValue("3");
    await page.getByLabel("Why this level").fill("The board asked for it");
    await year!.fill("2020");
    await page.getByRole("button", { name: "Set these targets" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText(
      "The date must be today or in the future",
    );
    await expect(year!).toHaveValue("2020");
    await expect(page.getByLabel("Why this level")).toHaveValue("The board asked for it");
    await year!.fill("2099");
    await page.getByRole("button", { name: "Set these targets" }).click();
    await expect(page.getByText("31 March 2099").first()).toBeVisible();

    await page.getByRole("link", { name: "Set several targets from a template" }).click();
    await page.getByRole("link", { name: /^The next stage/ }).click();
    await expect(
      page.getByText("There is nothing to set: each of these has a target of its own."),
    ).toBeVisible();
    await expect(page.getByRole("button", { name: "Set these targets" })).toHaveCount(0);
  });
});

test("Gaps: I say that one waits and why, and the list and the page keep it", async ({ page, signIn }) => {
  await signIn("lead-zza");
  await page.goto(`${await openRound(page, "ZZA")}/results/community/gaps`);
  await page.getByRole("link", { name: /^Say what you think of the gap in 6\.3/ }).click();
  await page.getByLabel("No, it waits").check();
  await page.getByLabel("Effort here, in points").fill("none");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Enter why it waits");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Enter whole points from 1 to 999");
  await expect(page.getByLabel("Effort here, in points")).toHaveValue("none");

  await page.getByLabel("Why now, or why it waits").fill("The contract has to end first");
  await page.getByLabel("Effort here, in points").fill("25");
  await page.getByLabel("Why it is another here").fill("Quoted by the supplier");
  await page.getByLabel("Supplier").fill("Northgate Hosting");
  await page.getByRole("button", { name: "Save" }).click();
  const main = page.getByRole("main");
  await expect(main).toContainText("The contract has to end first");
  await expect(main).toContainText("Set here by Priya Raman");
  await expect(main).toContainText("our own, in place of");
  await page.getByText("By supplier and end of contract").click();
  await expect(page.getByRole("row", { name: /^Northgate Hosting/ })).toContainText("6.3");
});

test("Gaps: a list whose only gap may not be named is not called empty", async ({ page, signIn }) => {
  await signIn("board-zza");
  await page.goto("/trusts/ZZA");
  const results = await page.getByRole("link", { name: "2025/26", exact: true }).getAttribute("href");
  await page.goto(`${results}/gaps`);
  const list = page.getByRole("region", { name: "Must do" });
  await expect(list).toContainText("1 sensitive gap is in this list and not named here.");
  await expect(list).not.toContainText("Nothing in this list");
});
