import { expect, openRound, test } from "./fixtures";

test.describe("the plan", () => {
  test("I add an action from a gap, see where it takes us, and finish it with what it met", async ({
    page,
    signIn,
  }) => {
    await signIn("lead-zza");
    await page.goto(`${await openRound(page, "ZZA")}/results/community/gaps`);
    await page.getByRole("link", { name: /^Add to the plan ?: 9\.4 / }).click();
    await expect(page.getByLabel("What will be done")).toHaveValue(/^Raise 9\.4 .* to level 3/);
    await page.getByRole("button", { name: "Save action" }).click();
    await expect(page.getByRole("link", { name: "Enter the job title of who answers for it" })).toBeVisible();
    await expect(page.getByLabel("What will be done")).toHaveValue(/^Raise 9\.4 /);

    await page.getByLabel("Who answers for it").fill("Head of programme delivery");
    await page.getByLabel("Phase 2").check();
    const due = page.getByRole("group", { name: "When is it due?" });
    await due.getByLabel("Day").fill("31");
    await due.getByLabel("Month").fill("3");
    await due.getByLabel("Year").fill("2020");
    await page.getByRole("button", { name: "Save action" }).click();
    await expect(
      page.getByRole("link", { name: "The due date must be today or in the future" }),
    ).toBeVisible();
    await due.getByLabel("Year").fill("2099");
    await page.getByRole("button", { name: "Save action" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Raise 9.4");
    const action = page.url();
    // It begins as a draft: nobody else sees it, and it takes us nowhere yet.
    await page.goto("/trusts/ZZA/plan/projection");
    await expect(page.getByRole("table", { name: "Community: with the plan" })).not.toContainText("2099");
    await page.goto(action);
    await page.getByRole("button", { name: "Put it forward" }).click();
    await expect(page.getByText("Not started", { exact: true })).toBeVisible();

    await page.goto("/trusts/ZZA/plan/projection");
    await expect(page.getByRole("table", { name: "Community: with the plan" })).toContainText(
      "31 March 2099",
    );

    await page.goto(action);
    await page.getByRole("link", { name: "Finish this action" }).click();
    const ticks = page.getByRole("checkbox");
    expect(await ticks.count()).toBeGreaterThan(0);
    for (const tick of await ticks.all()) await expect(tick).not.toBeChecked();
    await ticks.first().check();
    await page.getByRole("button", { name: "Finish this action" }).click();
    await expect(page.getByText("The action is finished")).toBeVisible();
    await expect(page.getByText("Met", { exact: true })).toHaveCount(1);
  });

  test("two of us change one action: the second sees both, and chooses", async ({
    page,
    signIn,
    context,
  }) => {
    await signIn("lead-zza");
    await page.goto("/trusts/ZZA/plan");
    await page
      .getByRole("link", { name: "Structured notes in the eight largest specialties" })
      .first()
      .click();
    await page.getByRole("link", { name: "Change this action" }).click();
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByLabel("Who answers for it").fill("Deputy medical director");
    await other.getByRole("button", { name: "Save action" }).click();
    await expect(other.getByRole("heading", { level: 1 })).toContainText("Structured notes");

    await page.getByLabel("More about it (optional)").fill("Cardiology and surgery first");
    await page.getByRole("button", { name: "Save action" }).click();
    await expect(page.getByText("while you had it open")).toBeVisible();
    await expect(page.getByText("Deputy medical director")).toBeVisible();
    await expect(page.getByLabel("More about it (optional)")).toHaveValue("Cardiology and surgery first");
    await page.getByRole("button", { name: "Save action" }).click();
    await expect(page.getByText("Cardiology and surgery first")).toBeVisible();
  });

  test("the board reads it by job title, without what is sensitive", async ({ page, signIn }) => {
    await signIn("board-zza");
    await page.goto("/trusts/ZZA/plan");
    await expect(page.getByText("2 actions about sensitive questions are left out")).toBeVisible();
    await expect(page.getByText("Chief pharmacist").first()).toBeVisible();
    await expect(page.getByText("Farah Siddiqui")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Add an action" })).toHaveCount(0);
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("what I tick was met meanwhile: I am told which, and the rest stays ticked", async ({
      page,
      signIn,
    }) => {
      await signIn("lead-zza");
      await page.goto("/trusts/ZZA/plan");
      await page
        .getByRole("link", { name: /^Electronic prescribing/ })
        .first()
        .click();
      await page.getByRole("link", { name: "Change what it will meet" }).click();
      const ticks = page.getByRole("checkbox");
      await expect(ticks.first()).toBeChecked();
      // The page as it stood when level 2 of its first question was not met yet.
      const open = ticks.nth(3);
      await open.evaluate((box: HTMLInputElement) => {
        box.value = box.value.replace(/-l\d-\w+$/, "-l2-a");
      });
      await open.check();
      await page.getByRole("button", { name: "Save what it will meet" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText(
        /An action cannot meet what is met already\. Save again without “.+”/,
      );
      await expect(ticks.first()).toBeChecked();
    });

    test("I add a cost, am told that money is never negative, and read it with the others", async ({
      page,
      signIn,
    }) => {
      await signIn("lead-zza");
      await page.goto("/trusts/ZZA/plan");
      await page
        .getByRole("link", { name: /^Ask staff twice a year/ })
        .first()
        .click();
      await page.getByRole("link", { name: "Add a cost" }).click();
      await page.getByLabel("What is it?").fill("Survey licence");
      await page.getByLabel("Recurring revenue").check();
      await page.getByLabel("How much, in whole pounds?").fill("-9,500");
      await page.getByLabel("In which financial year, or from which?").fill("2028/29");
      await page.getByLabel("For how many years, if it recurs?").fill("3");
      await page.getByLabel("What does the figure rest on?").fill("List price");
      await page.getByRole("button", { name: "Save cost" }).click();
      await expect(page.getByRole("link", { name: /never less than nothing/ })).toBeVisible();
      await expect(page.getByLabel("What is it?")).toHaveValue("Survey licence");
      await page.getByLabel("How much, in whole pounds?").fill("9,500");
      await page.getByRole("button", { name: "Save cost" }).click();
      await expect(page.getByRole("table", { name: "Costs of this action" })).toContainText(
        "£9,500 a year, £28,500 in all",
      );
      await page.goto("/trusts/ZZA/plan/money");
      await expect(page.getByRole("table", { name: "Costs", exact: true })).toContainText("Survey licence");
    });
  });
});
