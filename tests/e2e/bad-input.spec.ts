import type { Page } from "@playwright/test";
import { expect, openRound, test } from "./fixtures";

// What cannot be, typed into the pages that say what to do: each says so at the field in plain words, and keeps the rest.

test.use({ javaScriptEnabled: false });

/** Everything that is said to be wrong, in the summary and again at its field. */
async function isTold(page: Page, ...said: string[]): Promise<void> {
  await expect(page).toHaveTitle(/^Error: /);
  const summary = page.getByRole("main").getByRole("alert").getByRole("link");
  await expect(summary).toHaveText(said);
  expect(await page.locator(".nhsuk-error-message").count()).toBe(said.length);
  for (const words of said) {
    await expect(page.locator(".nhsuk-error-message").filter({ hasText: words }).first()).toBeVisible();
  }
}

async function typeDay(page: Page, ...parts: [string, string, string]): Promise<void> {
  for (const [index, box] of ["Day", "Month", "Year"].entries()) {
    await page
      .getByLabel(box, { exact: true })
      .last()
      .fill(parts[index] ?? "");
  }
}

test.describe("without JavaScript, what cannot be is explained and nothing typed is lost", () => {
  test.beforeEach(async ({ signIn }) => {
    await signIn("lead-zza");
  });

  test("a target below today's level is kept, and says that it asks for nothing", async ({ page }) => {
    const target = `${await openRound(page, "ZZA")}/results/acute/gaps/target/c03-2`;
    await page.goto(target);
    await expect(page.getByText("a target at or below that is kept and asks for nothing")).toBeVisible();
    await page.getByLabel("Level 2:").check();
    await page.getByLabel("Why this level").fill("More than we need");
    await page.getByRole("button", { name: "Save target" }).click();
    await expect(page.getByRole("row").filter({ hasText: "More than we need" })).toContainText(
      "Below today’s level, so it asks for nothing",
    );
    await page.goto(target);
    await page.getByRole("button", { name: "Take the target back" }).click();
    await expect(page.getByRole("row").filter({ hasText: "More than we need" })).toHaveCount(0);
  });

  test("an action that is due in the past, or before it starts", async ({ page }) => {
    await page.goto("/trusts/ZZA/plan/new");
    await page.getByLabel("What will be done").fill("Two sites on one network");
    await page.getByLabel("Who answers for it").fill("Head of infrastructure");
    await page.getByLabel("Phase 2").check();
    await typeDay(page, "1", "4", "2020");
    await page.getByRole("button", { name: "Save action" }).click();
    await isTold(page, "The due date must be today or in the future");
    await page.getByLabel("Day", { exact: true }).first().fill("1");
    await page.getByLabel("Month", { exact: true }).first().fill("4");
    await page.getByLabel("Year", { exact: true }).first().fill("2022");
    await page.getByRole("button", { name: "Save action" }).click();
    await isTold(page, "It is due before it starts. Change one of the dates");
    await expect(page.getByLabel("What will be done")).toHaveValue("Two sites on one network");
    await expect(page.getByLabel("Phase 2")).toBeChecked();
    await expect(page.getByLabel("Year", { exact: true }).last()).toHaveValue("2020");
  });

  test("a benefit of less than nothing for no year, and an efficiency programme below nothing", async ({
    page,
  }) => {
    await toAction(page);
    await page.getByRole("link", { name: "Add a benefit" }).click();
    await page.locator(`main [name="kind"][value="cash_releasing"]`).check();
    await page.locator(`main [name="unit"][value="pounds"]`).check();
    await page.locator('main [name="description"]').fill("Less paper");
    await page.locator('main [name="pounds"]').fill("-1");
    await page.locator('main [name="fromYear"]').fill("2027/28");
    await page.locator('main [name="years"]').fill("0");
    await page.locator('main [name="assumption"]').fill("List price");
    await page.getByRole("button", { name: "Save benefit" }).click();
    await isTold(
      page,
      "Money here is never less than nothing. Enter a saving as a benefit, and a cost as a cost",
      "Enter a whole number of years from 1 to 15",
    );
    await expect(page.locator('main [name="description"]')).toHaveValue("Less paper");
    await expect(page.locator('main [name="pounds"]')).toHaveValue("-1");

    await page.goto("/trusts/ZZA/plan/money/context");
    await page.locator('main [name="efficiency"]').fill("-24,600,000");
    await page.getByRole("button", { name: "Save figures" }).click();
    await isTold(page, "An efficiency programme is never less than nothing");
    await expect(page.locator('main [name="efficiency"]')).toHaveValue("-24,600,000");
  });

  test("an action finished on no real day, or in the future: what I ticked stays ticked", async ({
    page,
  }) => {
    await toAction(page);
    await page.getByRole("link", { name: "Finish this action" }).click();
    await page.getByRole("checkbox").first().check();
    await typeDay(page, "31", "2", "2026");
    await page.getByRole("button", { name: "Finish this action" }).click();
    await isTold(page, "Enter a real date, such as 31 3 2027");
    await typeDay(page, "1", "1", "2099");
    await page.getByRole("button", { name: "Finish this action" }).click();
    await isTold(page, "The day it was done cannot be in the future");
    await expect(page.getByRole("checkbox").first()).toBeChecked();
  });

  test("a day that has passed, for where the plan takes us", async ({ page }) => {
    await page.goto("/trusts/ZZA/plan/projection");
    await typeDay(page, "1", "1", "2020");
    await page.getByRole("button", { name: "Show that day" }).click();
    await isTold(page, "The date must be today or in the future");
    await expect(page.getByLabel("Year", { exact: true })).toHaveValue("2020");
  });

  test("a version that is not there, to be put back: nobody is said to have been first", async ({ page }) => {
    await page.goto(`${await openRound(page, "ZZA")}/answers/c06-3/organisation/history?wanted=99`);
    await expect(page.getByText("asks for “version 99”, which is not to be found here")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Every version, newest first" })).toBeVisible();
    await expect(page.getByText("A colleague saved this answer before you")).toBeHidden();
    await expect(page.getByRole("button", { name: "Put it back all the same" })).toBeHidden();
  });

  test("official scores that are none: each pillar is named", async ({ page }) => {
    await page.goto("/trusts/ZZA/dma/acute/2024");
    await page.getByLabel("Well led: official score").fill("6.2");
    await page.getByLabel("Smart foundations: official score").fill("-1");
    await page.getByLabel("Safe practice: official score").fill("2.5");
    await page.getByRole("button", { name: "Save the scores" }).click();
    const asked = "Enter a score from 1 to 5 with one decimal, such as 2.8, or leave it empty";
    await isTold(page, `Well led: ${asked}`, `Smart foundations: ${asked}`);
    await expect(page.getByLabel("Safe practice: official score")).toHaveValue("2.5");
  });

  test("a way that a condition makes impossible, and one that contradicts itself", async ({ page }) => {
    await page.goto(`${await openRound(page, "ZZA")}/results/acute/route`);
    await page.getByLabel("Leave this capability as it is").selectOption({ value: "c06-3" });
    await page.getByRole("button", { name: "Find the shortest way" }).click();
    await expect(page.getByRole("heading", { name: "Nothing reaches Established" })).toBeVisible();
    await expect(page.getByText("6.3 Continuity and disaster recovery, tested: left as it is")).toBeVisible();
    await page.getByLabel("Make sure this capability rises").selectOption({ value: "c06-2" });
    await page.getByLabel("At least to level").selectOption("4");
    await page.getByLabel("Leave this capability as it is").selectOption({ value: "c06-2" });
    await page.getByRole("button", { name: "Find the shortest way" }).click();
    await isTold(page, "6.2 Cyber security cannot both reach a level and be left as it is");
    await expect(page.getByLabel("Make sure this capability rises")).toHaveValue("c06-2");
  });
});

/** An action of the plan that is under way and meets statements that are not met yet. */
async function toAction(page: Page): Promise<void> {
  await page.goto("/trusts/ZZA/plan?show=late");
  await page.getByRole("table").getByRole("link").first().click();
}
