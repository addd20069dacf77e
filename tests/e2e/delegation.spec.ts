import { assignTo, expect, openRound, test } from "./fixtures";

const owen = "Owen Maddox, Clinical safety officer";

test.describe("questions are shared out", () => {
  test("I assign a theme, my colleague finds it, hands one back, and I see who has what", async ({
    page,
    signIn,
    browser,
    baseURL,
  }) => {
    await signIn("lead-zza");
    const round = await openRound(page, "ZZA");
    await page.goto(`${round}/assign?dimension=d09`);
    await page
      .getByLabel("Who is to answer?")
      .selectOption({ label: "Farah Siddiqui, Head of information governance" });
    await page.getByLabel("Day", { exact: true }).fill("31");
    await page.getByLabel("Month", { exact: true }).fill("3");
    await page.getByLabel("Year", { exact: true }).fill("2099");
    await page.getByLabel("Note to them (optional)").fill("Coding is in your team now");
    await page.getByRole("button", { name: "Assign" }).click();
    await expect(page.getByText("questions are assigned")).toBeVisible();
    await expect(page.getByRole("table")).toContainText("Farah Siddiqui");

    const theirs = await browser.newContext(baseURL ? { baseURL } : {});
    await signIn("ig-zza", theirs);
    const desk = await theirs.newPage();
    await desk.goto(await openRound(desk, "ZZA"));
    await expect(desk.getByRole("heading", { level: 1 })).toContainText("Your questions");
    await desk.getByRole("link", { name: /^9\.2 / }).click();
    await expect(desk.getByText("Coding is in your team now")).toBeVisible();
    await desk.getByRole("link", { name: "Hand it back" }).click();
    await desk.getByRole("button", { name: "Hand it back" }).click();
    await expect(desk.getByRole("link", { name: "Enter why you hand the question back" })).toBeVisible();
    await desk.getByLabel("Why, and who may know instead").fill("The performance team owns this");
    await desk.getByRole("button", { name: "Hand it back" }).click();
    await expect(desk.getByText("You have handed the question back")).toBeVisible();
    const elsewhere = await desk.goto(`${round}/answers/c04-1/organisation`);
    expect(elsewhere?.status()).toBe(404);
    await theirs.close();

    await page.goto(`${round}/people`);
    await expect(page.getByText("The performance team owns this")).toBeVisible();
    await page.getByRole("link", { name: /^Assign it again.*9\.2 / }).click();
    await expect(page.getByLabel("Day", { exact: true })).toHaveValue("31");
    await expect(page.getByLabel("Year", { exact: true })).toHaveValue("2099");
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("I assign a question, and am told what is missing first", async ({ page, signIn }) => {
      await signIn("coordinator-zza");
      const round = await openRound(page, "ZZA");
      await page.goto(`${round}/assign?question=c12-4/organisation`);
      await page.getByRole("button", { name: "Assign" }).click();
      await expect(page.getByRole("link", { name: "Choose who is to answer" })).toBeVisible();
      await expect(page.getByLabel(/^12\.4 /)).toBeChecked();
      await page.getByLabel("Who is to answer?").selectOption({ label: owen });
      await page.getByRole("button", { name: "Assign" }).click();
      await expect(page.getByText("1 question is assigned")).toBeVisible();
    });

    test("I type what a colleague told me, and it waits for them", async ({ page, signIn }) => {
      await signIn("coordinator-zza");
      const round = await openRound(page, "ZZA");
      await assignTo(page, round, "c11-2/acute", owen);
      await page.goto(`${round}/answers/c11-2/acute`);
      await expect(page.getByText("who confirms it").first()).toBeVisible();
      await page.getByLabel("Level 2: Developing").check();
      await page.getByRole("button", { name: "Save this level" }).click();
      const sure = page.getByRole("button", { name: "Yes, save this level" });
      if (await sure.isVisible()) await sure.click();
      await expect(page.getByText("not yet confirmed by Owen Maddox")).toBeVisible();
      await signIn("safety-zza");
      await page.goto(`${round}/answers/c11-2/acute`);
      await page.getByRole("button", { name: "Confirm: still true" }).click();
      await expect(page.getByText("Your answer is saved")).toBeVisible();
      await expect(page.getByText("not yet confirmed")).toBeHidden();
      await signIn("lead-zza");
      await page.goto(`${round}/answers/c11-2/acute/history`);
      await expect(page.getByText("Saved by Bethan Lloyd for Owen Maddox")).toBeVisible();
    });

    test("I bring something to a colleague's notice, who finds it on the home page until it is settled", async ({
      page,
      signIn,
    }) => {
      await signIn("lead-zza");
      const round = await openRound(page, "ZZA");
      await assignTo(page, round, "c11-3/acute", owen);
      await page.goto(`${round}/answers/c11-3/acute/discussion`);
      await page.getByLabel("Your comment").fill("Is the hazard log of the new beds in here?");
      await page.getByLabel("Owen Maddox").check();
      await page.getByRole("button", { name: "Add comment" }).click();
      await expect(page.getByText("for the notice of Owen Maddox")).toBeVisible();
      await signIn("safety-zza");
      const notice = page.getByRole("heading", { name: "Comments that mention you (1)" });
      for (const path of [round, "/trusts/ZZA"]) {
        await page.goto(path);
        await expect(notice).toBeVisible();
      }
      await page.getByRole("link", { name: /^11\.3 .* \(Acute\)$/ }).click();
      await expect(page.getByText("Is the hazard log of the new beds in here?")).toBeVisible();
      await page.getByRole("button", { name: "Mark as resolved" }).click();
      await page.goto("/trusts/ZZA");
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Ashdown Valley");
      await expect(notice).toBeHidden();
    });
  });
});
