import { Resvg } from "@resvg/resvg-js";
import { unzip } from "../support/unzip";
import { expect, openRound, test } from "./fixtures";

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100" fill="#7a1f5c"/></svg>`;

test.describe("I put reports on the table", () => {
  test("the extract for the board's yearly self-assessment, which then stands among the past exports", async ({
    page,
    signIn,
  }) => {
    await signIn("board-zza");
    await page.goto("/trusts/ZZA/board/pack");
    await page.getByRole("link", { name: "for the public session", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Provider capability areas" })).toBeVisible();
    await expect(page.getByRole("table", { name: /Acute: areas/ })).toContainText("Quality of care");
    await expect(page.getByText(/: level \d/)).toHaveCount(0);
    for (const format of ["Word", "PDF"]) {
      const href = await page.getByRole("link", { name: format, exact: true }).getAttribute("href");
      const reply = await page.request.get(href ?? "");
      expect(reply.headers()["content-disposition"]).toMatch(/filename="provider-capability-ZZA-public-/);
    }
    await page.goto("/trusts/ZZA/exports");
    await expect(page.getByRole("row", { name: /^Provider capability areas/ }).first()).toBeVisible();
  });

  test("the gap report with who does what by when, and what it costs", async ({ page, signIn }) => {
    await signIn("lead-zza");
    const round = await openRound(page, "ZZA");
    await page.goto(`${round}/results/acute/report`);
    await expect(page.getByText(/^Draft, not signed off/)).toBeVisible();
    // One that is done: what is under way is late one day.
    const done = page.getByRole("row", {
      name: /^Board sponsor and digital committee.* Chief executive 31 July 2026 Finished/,
    });
    await expect(page.getByRole("table", { name: /Phase 1: actions/ }).locator(done)).toBeVisible();
    await expect(page.getByRole("table", { name: /What it costs, by kind/ })).toContainText(
      "One-off capital",
    );
    const file = await page.request.get(`${round}/results/acute/report.xlsx`);
    const sheets = unzip(await file.body()).get("xl/workbook.xml");
    for (const name of ["Actions", "Costs", "Benefits"]) expect(sheets).toContain(`name="${name}"`);
  });
});

test.describe("as a consultant, without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("I set our logo, which only a picture can be, and it stands on the reports I make", async ({
    page,
    signIn,
    browser,
    baseURL,
  }) => {
    await signIn("consultant");
    await page.goto("/portfolio");
    await page.getByRole("link", { name: "Name and logo on your reports" }).click();
    const send = async (buffer: Buffer) => {
      const picture = page.getByLabel(/^(Another picture|Picture)$/);
      await picture.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer });
      await page.getByRole("button", { name: "Save the logo" }).click();
    };
    await send(Buffer.from(drawing));
    await expect(page.getByRole("main").getByRole("alert")).toContainText(
      "The picture must be a PNG or JPEG",
    );
    await send(Buffer.from(new Resvg(drawing).render().asPng()));
    await expect(page.getByText("The logo is saved.")).toBeVisible();
    const logo = page.getByRole("img", { name: "Logo of Harrow Lane Advisory" });
    await expect(logo).toBeVisible();

    const href = (await logo.getAttribute("src")) ?? "";
    const { "content-disposition": disposition, ...headers } = (await page.request.get(href)).headers();
    expect(disposition).toContain("attachment");
    expect(headers).toMatchObject({ "content-type": "image/png", "x-content-type-options": "nosniff" });
    expect(headers["content-security-policy"]).toContain("sandbox");
    const client = await browser.newContext({ baseURL });
    expect((await client.request.get(href, { maxRedirects: 0 })).ok()).toBe(false);
    await signIn("lead-zza", client);
    expect((await client.request.get(href)).status()).toBe(404);
    await client.close();

    await page.goto("/portfolio");
    await page
      .getByRole("link", { name: /^Acute, .*: report$/ })
      .first()
      .click();
    await expect(page.getByText("Prepared by")).toBeVisible();
    await expect(logo).toBeVisible();

    await page.goto("/portfolio/logo");
    await page.getByRole("button", { name: "Take the logo off" }).click();
    await expect(page.getByText("There is no logo yet.")).toBeVisible();
  });

  test("I take clients out side by side, and each of them reads that I did", async ({ page, signIn }) => {
    await signIn("consultant");
    await page.goto("/portfolio");
    const link = page.getByRole("link", { name: "Download them side by side as Excel" });
    const reply = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(reply.headers()["content-disposition"]).toMatch(/filename="clients-side-by-side-.*\.xlsx"/);
    expect(unzip(await reply.body()).get("xl/workbook.xml")).toContain('name="Dimensions"');
    await signIn("lead-zza");
    await page.goto("/trusts/ZZA/exports");
    await expect(page.getByRole("row", { name: /^Clients side by side/ }).first()).toContainText("With ");
  });
});
