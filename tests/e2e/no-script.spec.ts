import { confirmTheRest, expect, expects, openRound, test, unfold } from "./fixtures";

test.use({ javaScriptEnabled: false });

test.describe("without JavaScript", () => {
  test("I sign in, confirm, pick a level, judge criteria, and send for review", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: /Tom Adeyemi/ }).click();
    const round = await openRound(page, "ZZB");

    await page.goto(`${round}/answers/c06-2/organisation`);
    await page.getByRole("button", { name: "Confirm: still true" }).click();
    await expect(page.getByText("Your answer is saved")).toBeVisible();

    await page.goto(`${round}/answers/c02-3/organisation`);
    await page.getByLabel("Level 4: Integrated").check();
    await page.getByLabel("Note (optional)").fill("Picked without script");
    await page.getByRole("button", { name: "Save this level" }).click();
    await expect(page.getByText("Your answer is saved")).toBeVisible();
    await expect(page.getByLabel("Level 4: Integrated")).toBeChecked();
    await expect(page.getByLabel("Note (optional)")).toHaveValue("Picked without script");

    await unfold(page.locator("#rung-5"));
    await page.locator('#rung-5 input[value="not_known"]').first().check();
    await page.getByRole("button", { name: "Save criteria" }).click();
    await expect(page.getByText("Your answer is saved")).toBeVisible();

    await page.getByLabel("Level 2: Developing").check();
    await page.getByRole("button", { name: "Save this level" }).click();
    await expect(page.getByRole("heading", { name: "Check before this level is saved" })).toBeVisible();
    await page.getByRole("button", { name: "Yes, save this level" }).click();
    await expect(page.getByText("Your answer is saved")).toBeVisible();
    await expect(page.locator("#answer")).toContainText("Level 2");

    await confirmTheRestWithoutScript(page, round);
    await page.goto(`${round}/check`);
    await page.getByRole("button", { name: "Send for review" }).click();
    await expect(page.getByText("This round is in review")).toBeVisible();
    await page.getByRole("link", { name: "Answers as a workbook" }).click();
    await expect(page.getByText("its answers can be taken out but not changed")).toBeVisible();
    await expect(page.getByRole("link", { name: "Download the workbook" })).toBeVisible();
    await expect(page.getByRole("button", { name: "See what would change" })).toHaveCount(0);
    for (const under of ["", "/gaps", "/route", "/report"]) {
      await page.goto(`${round}/results/mental_health${under}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }

    // I sent it too early: whoever may give it back need not be the one who signs.
    await page.goto(round);
    await page.getByRole("link", { name: "Give it back to the team" }).click();
    await page.getByRole("button", { name: "Give it back to the team" }).click();
    await expect(page.getByRole("link", { name: "Enter why you give the round back" })).toBeVisible();
    await page.getByLabel("Why do you give it back?").fill("The recovery test is next week");
    await page.getByRole("button", { name: "Give it back to the team" }).click();
    await expect(page.getByText("The recovery test is next week")).toBeVisible();
    await expect(page.getByRole("link", { name: "Check and send for review" })).toBeVisible();
  });

  test("what I typed against an old version is kept beside the answer that stands", async ({
    page,
    browser,
    baseURL,
    signIn,
  }) => {
    await signIn("lead-zza");
    const path = `${await openRound(page, "ZZA")}/answers/c08-3/organisation`;
    await page.goto(path);
    const elsewhere = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
    await signIn("lead-zza", elsewhere);
    const theirs = await elsewhere.newPage();
    await theirs.goto(path);
    await theirs.getByLabel("Note (optional)").fill("Theirs");
    await theirs.getByRole("button", { name: "Save criteria" }).click();
    await expect(theirs.getByText("Your answer is saved")).toBeVisible();

    await page.getByLabel("Note (optional)").fill("Mine, typed for a while");
    await page.getByRole("button", { name: "Save criteria" }).click();
    await expect(
      page.getByRole("heading", { name: "You saved this answer in another window first" }),
    ).toBeVisible();
    await expect(page).toHaveTitle(/^Error: 8.3/);
    await expect(page.getByText("Mine, typed for a while").first()).toBeVisible();
    await page.getByRole("button", { name: "Save this one instead" }).click();
    await expect(page.getByText("Your answer is saved")).toBeVisible();
    await expect(page.getByLabel("Note (optional)")).toHaveValue("Mine, typed for a while");
    await elsewhere.close();
  });

  test("a form with something wrong in it says so in the title, and keeps what I typed", async ({
    page,
    signIn,
  }) => {
    await signIn("lead-zza");
    await page.goto(`${await openRound(page, "ZZA")}/results/acute/gaps/target/c06-3`);
    await page.getByLabel("Day").fill("31");
    await page.getByLabel("Month").fill("2");
    await page.getByLabel("Year").fill("2027");
    await page.getByLabel("Why this level").fill("Agreed by the executive team");
    await page.getByRole("button", { name: "Save target" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Enter a real date");
    await expect(page).toHaveTitle(/^Error: Target for 6\.3/);
    await expect(page.getByLabel("Why this level")).toHaveValue("Agreed by the executive team");
    // The summary leads to the field, which says the same (AX-3).
    await page
      .getByRole("alert")
      .getByRole("link", { name: /Enter a real date/ })
      .click();
    await expect(page.locator(":target")).toBeVisible();
    await expect(page.locator(".nhsuk-error-message")).toContainText("Enter a real date");
  });

  test(
    "signed out while I typed: the page keeps it and I can save after signing in",
    expects("401"),
    async ({ page, context, signIn }) => {
      await signIn("lead-zza");
      await page.goto(`${await openRound(page, "ZZA")}/answers/c09-2/organisation`);
      await page.getByLabel("Note (optional)").fill("Kept on the page <b>&amp;</b>");
      await context.clearCookies();
      const reply = page.waitForResponse((response) => response.request().method() === "POST");
      await page.getByRole("button", { name: "Save criteria" }).click();
      expect((await reply).status()).toBe(401);
      await expect(page.getByLabel("Your note")).toHaveValue("Kept on the page <b>&amp;</b>");
      await signIn("lead-zza");
      await page.getByRole("button", { name: "Save my answer" }).click();
      await expect(page.getByText("Your answer is saved")).toBeVisible();
      await expect(page.getByLabel("Note (optional)")).toHaveValue("Kept on the page <b>&amp;</b>");
    },
  );

  test(
    "I paste a whole paper as a note: I am told how long it may be, and shorten it there",
    expects("413"),
    async ({ page, signIn }) => {
      await signIn("lead-zza");
      await page.goto(`${await openRound(page, "ZZA")}/answers/c09-2/organisation`);
      await page.getByLabel("Note (optional)").fill("A paper for the board. ".repeat(4_000));
      const reply = page.waitForResponse((response) => response.request().method() === "POST");
      await page.getByRole("button", { name: "Save criteria" }).click();
      expect((await reply).status()).toBe(413);
      await expect(page.getByText("at most 4,000 characters, and yours has 92,000")).toBeVisible();
      await expect(page.getByLabel("Your note")).toHaveValue("A paper for the board. ".repeat(4_000));
      await page.getByLabel("Your note").fill("See the paper for the board.");
      await page.getByRole("button", { name: "Save my answer" }).click();
      await expect(page.getByText("Your answer is saved")).toBeVisible();
      await expect(page.getByLabel("Note (optional)")).toHaveValue("See the paper for the board.");
    },
  );
});

/** As a person would, page by page for the first few; the others through the saving contract. */
async function confirmTheRestWithoutScript(
  page: Parameters<typeof confirmTheRest>[0],
  round: string,
): Promise<void> {
  for (let done = 0; done < 3; done += 1) {
    await page.goto(`${round}?show=to_confirm`);
    await page.locator(`main a[href^="${round}/answers/"]`).first().click();
    await page.getByRole("button", { name: "Confirm: still true" }).click();
    await expect(page.getByText("Your answer is saved")).toBeVisible();
  }
  await confirmTheRest(page, round);
}
