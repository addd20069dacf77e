import { expect, openRound, saved, test } from "./fixtures";

test("I ask two colleagues how they see it; each says so blind; I see the spread and record what we agreed", async ({
  page,
  browser,
  baseURL,
  signIn,
}) => {
  await signIn("lead-zza");
  const round = await openRound(page, "ZZA");
  const answer = `${round}/answers/c04-3/organisation`;
  await page.goto(answer);
  await page.getByLabel("Note (optional)").fill("What the trust says, which nobody asked may see");
  await saved(page);
  await page.goto(`${answer}/views`);
  await page.getByRole("button", { name: "Ask them" }).click();
  await expect(page.getByRole("link", { name: "Choose at least one person" })).toBeVisible();
  await page.getByLabel(/^Farah Siddiqui/).check();
  await page.getByLabel(/^Owen Maddox/).check();
  await page.getByLabel("Note to them (optional)").fill("How is it on the wards?");
  await page.getByRole("button", { name: "Ask them" }).click();
  await expect(page.getByText("2 colleagues are asked")).toBeVisible();

  const said = [
    { person: "safety-zza", level: "Level 2: Developing", why: "Ward managers could not tell me" },
    { person: "ig-zza", level: "Level 4: Integrated", why: "It is in the strategy" },
  ];
  for (const [index, { person, level, why }] of said.entries()) {
    const context = await browser.newContext(baseURL ? { baseURL } : {});
    await signIn(person, context);
    const desk = await context.newPage();
    await desk.goto(round);
    await desk.getByRole("link", { name: /^4\.3 / }).click();
    await expect(desk.getByRole("heading", { level: 1 })).toContainText("Give your own view");
    const main = desk.getByRole("main");
    await expect(main).toContainText("How is it on the wards?");
    // Nothing of the answer, or of what the other said, on this page or on the answer's own.
    for (const path of [null, answer]) {
      if (path) await desk.goto(path);
      await expect(desk.getByRole("heading", { level: 1 })).toContainText("Give your own view");
      await expect(main).not.toContainText("What the trust says");
      await expect(main).not.toContainText(said[0]?.why ?? "");
    }
    await desk.getByLabel(level).check();
    await desk.getByLabel("Why you see it like this (optional)").fill(why);
    await desk.getByRole("button", { name: "Give this level" }).click();
    await expect(desk.getByText("Your view is saved")).toBeVisible();
    await expect(main).toContainText("What the trust says, which nobody asked may see");
    for (const view of said.slice(0, index + 1)) await expect(main).toContainText(view.why);
    await context.close();
  }

  await page.goto(`${answer}/views`);
  await expect(page.getByText("2 colleagues gave their view: from level 2 to level 4.")).toBeVisible();
  await expect(page.getByText("Far apart")).toBeVisible();
  await expect(page.getByRole("table", { name: "Where they part" })).toContainText("Farah Siddiqui");
  await page.getByRole("radio", { name: "Level 3: Established" }).check();
  await page.getByRole("button", { name: "Record the agreed answer" }).click();
  await expect(page.getByRole("link", { name: "Enter why this is the answer" })).toBeVisible();
  await expect(page).toHaveTitle(/^Error: /);
  await page.getByLabel("Why is this the answer?").fill("Clear to the board, not yet on the wards");
  await page.getByRole("button", { name: "Record the agreed answer" }).click();
  await expect(page.getByText("Your answer is saved")).toBeVisible();
  await expect(page.locator("#answer")).toContainText("Level 3");
  await expect(page.getByLabel("Note (optional)")).toHaveValue("Clear to the board, not yet on the wards");
});
