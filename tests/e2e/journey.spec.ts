import { confirmTheRest, expect, openRound, test } from "./fixtures";
import { tabTo } from "./keys";

test(
  "from signing in to a signed stage and a gap report, as a lead and then an approver",
  { tag: "@journey" },
  async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: /Priya Raman/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Ashdown Valley");
    const round = await openRound(page, "ZZA");

    await page.getByRole("link", { name: "Continue the assessment" }).click();
    await page.getByRole("link", { name: /^To confirm/ }).click();
    await page.locator(`main a[href^="${round}/answers/"]`).first().click();
    await page.getByRole("button", { name: "Confirm: still true" }).click();
    await expect(page.getByRole("button", { name: "Confirm: still true" })).toHaveCount(0);
    await confirmTheRest(page, round);

    await page.goto(`${round}/check`);
    await expect(page.getByText("Nothing. Every question is answered.")).toBeVisible();
    await page.getByRole("button", { name: "Send for review" }).click();
    await expect(page.getByText("This round is in review")).toBeVisible();

    // The approver, and whoever takes a file away, with the keyboard alone (AX-2).
    await page.goto("/sign-in");
    await tabTo(page, ({ text }) => text.includes("Margaret Osei"));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: "Read and sign off" })).toBeVisible();
    await tabTo(page, ({ text }) => text === "Read and sign off");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Sign off assessment");
    await tabTo(page, ({ id }) => id === "capacity");
    await page.keyboard.press("Space");
    await expect(page.getByLabel("As the accountable approver, in person")).toBeChecked();
    await tabTo(page, ({ text }) => text === "Sign off");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main").getByRole("alert")).toContainText(
      "The 2026/27 assessment is signed off",
    );
    await expect(page.getByRole("row", { name: /2026\/27.*Signed off.*Margaret Osei/ })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Assessment 2027/28" })).toBeVisible();

    await page.getByRole("link", { name: "2026/27", exact: true }).click();
    const main = page.getByRole("main");
    await expect(main).toContainText("Developing");
    await expect(main).toContainText("Signed off by Margaret Osei");
    await expect(main).toContainText(/6\.3 Continuity and disaster recovery/);
    await page.getByRole("link", { name: "Gaps", exact: true }).click();
    await expect(main).toContainText("Must do");
    await page.getByRole("link", { name: "Shortest way", exact: true }).click();
    await expect(main).toContainText("This is arithmetic on default effort, not advice.");
    await page.getByRole("link", { name: "Report", exact: true }).click();
    await page.waitForURL("**/report");
    const excel = page.waitForEvent("download");
    await tabTo(page, ({ text }) => text === "Excel");
    await page.keyboard.press("Enter");
    expect((await excel).suggestedFilename()).toMatch(/\.xlsx$/);
    const csv = page.waitForEvent("download");
    await page.getByRole("link", { name: /CSV/ }).click();
    expect((await csv).suggestedFilename()).toMatch(/\.csv$/);
  },
);

test("a non-executive reads the board view and no draft", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /Alan Whitcombe/ }).click();
  await page.getByRole("link", { name: /Board view/ }).click();
  await expect(page.getByRole("main")).toContainText("Developing");
  await expect(page.getByRole("main")).not.toContainText("Continuity and disaster recovery");
  await expect(page.getByText("Continue the assessment")).toHaveCount(0);
});

test("another trust's lead finds nothing at these addresses", async ({ page, context, signIn }) => {
  await signIn("lead-zza");
  const round = await openRound(page, "ZZA");
  await context.clearCookies();
  await signIn("lead-zzb");
  const paths = [
    round,
    `${round}/check`,
    `${round}/answers/c06-3/organisation`,
    `${round}/results/acute`,
    "/trusts/ZZA",
  ];
  for (const path of paths) {
    const reply = await page.request.get(path);
    expect([path, reply.status()]).toEqual([path, 404]);
    expect(await reply.text()).not.toContain("Ashdown");
  }
  const api = await page.request.get(`/api${round}/answers/c06-3/organisation`);
  expect(api.status()).toBe(404);
});
