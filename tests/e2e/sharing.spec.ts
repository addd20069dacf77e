import { expect, test } from "./fixtures";

test.use({ javaScriptEnabled: false });

test("our lead gives a consultancy access and ends it; its consultant sees us, and then no more", async ({
  page,
  browser,
  signIn,
  baseURL,
}, testInfo) => {
  testInfo.annotations.push({ type: "expects", description: "404" });
  await signIn("lead-zzb");
  await page.goto("/trusts/ZZB/sharing");
  await page.getByRole("link", { name: "Give a consultancy access" }).click();
  await page.getByRole("button", { name: "Give access" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Choose a consultancy");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Enter the last day of access");
  await expect(page).toHaveTitle(/^Error:/);

  await page.getByLabel("Which consultancy?").selectOption({ label: "Harrow Lane Advisory" });
  await page.getByLabel("Signed-off results and the gap report").check();
  await page.getByLabel("No", { exact: true }).check();
  await page.getByLabel("Day").fill("31");
  await page.getByLabel("Month").fill("3");
  await page.getByLabel("Year").fill("2099");
  await page.getByRole("button", { name: "Give access" }).click();
  await expect(page.getByRole("heading", { name: "Sharing" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Access is given");

  const theirs = await browser.newContext({ baseURL });
  await signIn("consultant", theirs);
  const tab = await theirs.newPage();
  await tab.goto("/portfolio");
  await tab.getByRole("link", { name: /Merewater.*rounds and results/ }).click();
  await expect(tab.getByRole("heading", { name: "Merewater Mental Health NHS Trust" })).toBeVisible();
  const open = tab.url();
  expect((await theirs.request.get("/trusts/ZZB/sharing")).status()).toBe(404);

  await page.reload();
  await expect(page.getByRole("cell", { name: "Beatrix Hollis" })).toBeVisible();
  await page.getByRole("link", { name: "Harrow Lane Advisory" }).click();
  await page.getByRole("button", { name: "End this access" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("The access is ended");

  expect((await tab.goto(open))?.status()).toBe(404);
  await tab.goto("/portfolio");
  await expect(tab.getByText("Merewater")).toHaveCount(0);
  await theirs.close();
});
