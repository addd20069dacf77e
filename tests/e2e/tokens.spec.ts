import { expect, test } from "./fixtures";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("I make a token, see it once, use it, and end it; then it opens nothing", async ({
      page,
      signIn,
      playwright,
      baseURL,
    }) => {
      await signIn("lead-zza");
      await page.goto("/account/tokens");
      await page.getByRole("link", { name: "Make a token" }).click();
      await page.getByRole("button", { name: "Make the token" }).click();
      const summary = page.getByRole("main").getByRole("alert");
      for (const said of ["Enter a name", "Choose what it may do", "Choose where", "Choose how long"])
        await expect(summary).toContainText(said);
      await expect(page).toHaveTitle(/^Error:/);

      const name = `Warehouse, ${javaScriptEnabled ? "scripted" : "plain"}`;
      await page.getByLabel("Name").fill(name);
      await page.getByLabel("Read assessments, answers and results").check();
      await page.getByLabel("Ashdown Valley NHS Foundation Trust").check();
      await page.getByLabel("90 days").check();
      await page.getByRole("button", { name: "Make the token" }).click();
      await expect(page.getByText(`The token “${name}” is made`)).toBeVisible();
      const token = (await page.locator("code").innerText()).trim();
      expect(token).toMatch(/^dmat_[0-9a-f]{72}$/);

      const program = await playwright.request.newContext({
        baseURL,
        extraHTTPHeaders: { authorization: `Bearer ${token}` },
      });
      const reply = await program.get("/api/v1/organisations");
      expect(((await reply.json()) as { items: { ods: string }[] }).items.map(({ ods }) => ods)).toEqual([
        "ZZA",
      ]);

      await page.getByRole("link", { name: /continue/ }).click();
      await expect(page.getByRole("row", { name: new RegExp(name) })).toBeVisible();
      expect(await page.content()).not.toContain(token);
      await page.getByRole("button", { name: `End the token ${name}` }).click();
      await expect(page.getByText("That token works no more")).toBeVisible();
      expect((await program.get("/api/v1/organisations")).status()).toBe(401);
      await program.dispose();
    });
  });
}

test("as the lead I see which programs reach the trust, and end one", async ({ page, signIn }) => {
  await signIn("board-zza");
  await page.goto("/account/tokens/new");
  await page.getByLabel("Name").fill("A viewer’s script");
  await page.getByLabel("Read assessments, answers and results").check();
  await page.getByLabel("Ashdown Valley NHS Foundation Trust").check();
  await page.getByLabel("30 days").check();
  await page.getByRole("button", { name: "Make the token" }).click();
  await expect(page.getByText("Copy this token now")).toBeVisible();

  await signIn("lead-zza");
  await page.goto("/trusts/ZZA/people");
  await page.getByRole("link", { name: /Programs that reach/ }).click();
  const row = page.getByRole("row", { name: /A viewer’s script/ });
  await expect(row).toContainText("Alan Whitcombe");
  await row.getByRole("button").click();
  await expect(page.getByText(/no longer reaches/)).toBeVisible();
  await expect(row).toHaveCount(0);
});

test("anybody reads what programs can ask for, from the document that tools read", async ({ page }) => {
  await page.goto("/help/api");
  await page.getByRole("link", { name: "Save an answer", exact: true }).click();
  const section = page.getByRole("region", { name: "Save an answer", exact: true });
  await expect(section).toContainText("PUT /assessments/{assessmentId}/answers/{capability}/{scope}");
  await expect(section).toContainText("Idempotency-Key");
  const document = await (await page.request.get("/api/v1/openapi.json")).json();
  const told = Object.values((document as { paths: Record<string, object> }).paths).flatMap(Object.values);
  await expect(page.locator("main h3")).toHaveCount(told.length);
});
