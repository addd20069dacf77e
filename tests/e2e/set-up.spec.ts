import { writeFile } from "node:fs/promises";
import type { BrowserContext, Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { odsFile, odsRow } from "@/tests/support/ods-rows";
import { type OwnService, ownService } from "@/tests/support/own-service";
import { expect, test } from "./fixtures";

// From an empty database to a trust at work, by the commands and pages that the README names.

const PASSWORD = "kettle lantern heron";
let service: OwnService;

test.beforeAll(async () => {
  service = await ownService();
});
test.afterAll(() => service.stop());

test("an installation is set up, its trusts are imported, and a trust's lead comes in and invites a colleague", async ({
  browser,
}, testInfo) => {
  test.setTimeout(240_000);
  expect(await service.run("scripts/set-up-database.ts")).toContain("The database is ready");
  const invited = await service.run("scripts/admin-invite.ts", "first.admin@example.nhs.uk");
  const [link = ""] = /http:\S+/.exec(invited) ?? [];
  await service.start();

  const admin = await somebody(browser.newContext());
  await join(admin, link, "Rosalind Achebe");
  await expect(admin).toHaveURL(`${service.origin}/admin`);

  const { bytes } = odsFile("etr.csv", odsRow({ code: "RZ1", name: "ASHDOWN VALLEY NHS FOUNDATION TRUST" }));
  const extract = testInfo.outputPath("etr.csv");
  await writeFile(extract, bytes);
  expect(await service.run("scripts/ods-import.ts", extract)).toContain("1 to add");
  await admin.goto(`${service.origin}/admin/imports`);
  await admin.getByLabel("Files").setInputFiles(extract);
  await admin.getByRole("button", { name: "See what would change" }).click();
  await expect(admin.getByText("Ashdown Valley NHS Foundation Trust")).toBeVisible();
  await admin.getByRole("button", { name: "Apply these changes" }).click();
  await expect(admin.getByText("The changes are applied")).toBeVisible();

  await admin.goto(`${service.origin}/admin/organisations/RZ1/edit`);
  await admin.getByLabel("Acute").check();
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByText("The changes are saved")).toBeVisible();
  const leadLink = await invite(admin, "RZ1", "priya@rz1.example", "Digital lead");

  const lead = await somebody(browser.newContext());
  await join(lead, leadLink, "Priya Raman");
  await expect(lead).toHaveURL(`${service.origin}/trusts/RZ1`);
  await expect(lead.getByRole("button", { name: "Start the assessment" })).toBeVisible();
  const colleagueLink = await invite(lead, "RZ1", "sam@rz1.example", "Board viewer");

  const colleague = await somebody(browser.newContext());
  await join(colleague, colleagueLink, "Sam Okoro");
  await expect(colleague).toHaveURL(`${service.origin}/trusts/RZ1`);

  // A consultancy is let in until a day, and by nobody but the lead.
  await admin.goto(`${service.origin}/admin/organisations/new`);
  await admin.getByLabel("Code", { exact: true }).fill("HLA");
  await admin.getByLabel("Name", { exact: true }).fill("Harrow Lane Advisory");
  await admin.getByLabel("Consultancy").check();
  await admin.getByRole("button", { name: "Add" }).click();
  await expect(admin.getByRole("heading", { level: 1 })).toContainText("Harrow Lane Advisory");
  const consultantLink = await invite(admin, "HLA", "dana@hla.example", "Consultant");
  const consultant = await somebody(browser.newContext());
  await join(consultant, consultantLink, "Dana Whitlock");
  await expect(consultant.getByRole("main")).not.toContainText("Ashdown");

  await lead.goto(`${service.origin}/trusts/RZ1/sharing/new/consultancy`);
  await lead.getByLabel("Which consultancy?").selectOption({ label: "Harrow Lane Advisory" });
  await lead.getByLabel("Signed-off results and the gap report").check();
  await lead.getByLabel("No", { exact: true }).check();
  const lastDay = lead.getByRole("group", { name: /last day/i });
  for (const [part, value] of Object.entries({ Day: "31", Month: "3", Year: "2099" }))
    await lastDay.getByLabel(part).fill(value);
  await lead.getByRole("button", { name: "Give access" }).click();
  await expect(lead.getByText("Access is given")).toBeVisible();
  await consultant.goto(`${service.origin}/portfolio`);
  await expect(consultant.getByRole("main")).toContainText("Ashdown Valley NHS Foundation Trust");

  // The administrator's rights end where the trust's begin.
  expect((await admin.goto(`${service.origin}/trusts/RZ1`))?.status()).toBe(404);

  // Who is removed is out with their next click.
  await lead.goto(`${service.origin}/trusts/RZ1/people`);
  await lead.getByRole("link", { name: "Sam Okoro" }).click();
  await lead.getByRole("link", { name: /^Remove Sam/ }).click();
  await lead.getByRole("button", { name: "Remove" }).click();
  await expect(lead.getByText("is in this organisation no more")).toBeVisible();
  await colleague.reload();
  await expect(colleague).toHaveURL(/\/sign-in/);
});

async function somebody(context: Promise<BrowserContext>): Promise<Page> {
  return (await context).newPage();
}

/** Opens the link of an invitation, makes an account and sets up a second factor. */
async function join(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Your full name").fill(name);
  await page.getByLabel("Your job title").fill("Of the trust");
  await page.getByLabel("Choose a password").fill(PASSWORD);
  await page.getByRole("button", { name: "Accept and make my account" }).click();
  await expect(page.getByRole("heading", { name: "Set up your second factor" })).toBeVisible();
  await page.getByText("I cannot scan the picture").click();
  const key = (await page.locator("code.app-key").textContent()) ?? "";
  const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(/\s/g, "")) });
  await page.getByLabel("Code from the app").fill(app.generate());
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("link", { name: /continue/i }).click();
}

/** Invites somebody from the people page and gives the link it shows, since no mail is sent here. */
async function invite(page: Page, ods: string, email: string, role: string): Promise<string> {
  await page.goto(`${service.origin}/trusts/${ods}/people/invite`);
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("checkbox", { name: role }).check();
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText("The invitation is made")).toBeVisible();
  return (
    (await page
      .getByRole("region", { name: `Invitation to ${email}` })
      .locator("code")
      .textContent()) ?? ""
  );
}
