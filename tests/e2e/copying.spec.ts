import { expect, test } from "./fixtures";

test.describe("I lead two trusts of a group, and what one has shall stand in the other", () => {
  test("side by side, each figure opens up to what makes it", async ({ page, signIn }) => {
    await signIn("lead-zzg");
    await page.goto("/groups/ZZG");
    const row = page.getByRole("row", { name: /^Aldermere Hospitals NHS Trust Acute/ });
    const score = await row.getByRole("cell").last().innerText();
    await row.getByRole("link", { name: "Acute of Aldermere Hospitals NHS Trust" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Results: Acute");
    await expect(page.getByRole("main")).toContainText(`Score ${score} out of 5`);
  });

  test("evidence: I copy it, see where it is from, and confirm it there", async ({ page, signIn }) => {
    await signIn("lead-zzg");
    await page.goto("/trusts/ZY01/evidence");
    await page
      .getByRole("row", { name: /^Group cyber security/ })
      .getByRole("link", { name: /Open/ })
      .click();
    await page.getByRole("button", { name: "Copy to Brackenholt Hospitals NHS Trust" }).click();
    await expect(page.getByText("Copied to Brackenholt Hospitals NHS Trust")).toBeVisible();
    await expect(page.getByText("Copied from Aldermere Hospitals NHS Trust.")).toBeVisible();
    await expect(page.getByText("Nothing yet")).toBeVisible();
    await page.getByRole("button", { name: "Confirm: true here too" }).click();
    await expect(page.getByText("Confirmed for Brackenholt Hospitals NHS Trust")).toBeVisible();
    await expect(page.getByText("2 questions")).toBeVisible();
    await page.goto("/trusts/ZY01/evidence");
    await page
      .getByRole("row", { name: /^Group cyber security/ })
      .getByRole("link", { name: /Open/ })
      .click();
    await page.getByRole("link", { name: /^It is there/ }).click();
    await expect(page).toHaveURL(/ZY02\/evidence/);
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("an action: I copy it as a draft with what it will meet, and put it forward", async ({
      page,
      signIn,
    }) => {
      await signIn("lead-zzg");
      await page.goto("/trusts/ZY01/plan");
      await page.getByRole("link", { name: "One digital workforce plan for both trusts" }).first().click();
      await page.getByRole("button", { name: "Copy to Brackenholt Hospitals NHS Trust" }).click();
      await expect(page.getByText("Copied to Brackenholt Hospitals NHS Trust, as a draft")).toBeVisible();
      await expect(
        page.getByText("Copied from Aldermere Hospitals NHS Trust by Ffion Maddox"),
      ).toBeAttached();
      await expect(page.getByRole("main")).toContainText("2.4 Digital, data and technology workforce");
      await page.getByRole("button", { name: "Put it forward" }).click();
      await expect(page.getByText("A draft is seen only by those who plan")).toBeHidden();
    });
  });
});
