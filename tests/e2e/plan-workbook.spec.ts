import { fillIn } from "../support/fill-in";
import { expect, openRound, test } from "./fixtures";

test.use({ javaScriptEnabled: false });

test("I write an action into the plan's workbook, see what it would add and what is wrong, and save it", async ({
  page,
  signIn,
}) => {
  await signIn("lead-zzb");
  const reply = await page.request.get("/trusts/ZZB/plan/plan.xlsx");
  expect(reply.status()).toBe(200);
  const typed = ["", "Digital skills week", "", "Phase 2", "", "Director of people", "", "31/03/2099"];
  const buffer = await fillIn(await reply.body(), [], (workbook) => {
    workbook.getWorksheet("Actions")?.addRow([...typed, "", "", "", "Often"]);
  });
  await page.goto("/trusts/ZZB/plan");
  await page.getByRole("link", { name: "Change the plan in Excel" }).click();
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await page.getByLabel("Workbook of the plan").setInputFiles({ name: "plan.xlsx", mimeType, buffer });
  await page.getByRole("button", { name: "See what would change" }).click();

  await expect(page.getByRole("table", { name: "Not understood, and left out: 1" })).toContainText(
    "“Often” is not a number from 1 to 5",
  );
  const added = page.getByRole("group", { name: "New actions" });
  await expect(added.getByRole("checkbox", { name: "Digital skills week" })).toBeChecked();
  await expect(added).toContainText("Due: 31 March 2099");
  await page.getByRole("button", { name: "Save what is ticked" }).click();
  await expect(page.getByText("1 action is saved")).toBeVisible();
  await page.getByRole("link", { name: "See the plan" }).click();
  await expect(page.getByRole("link", { name: "Digital skills week" })).toBeVisible();

  await page.goto("/trusts/ZZB/plan/workbook");
  await page.getByRole("button", { name: "See what would change" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Choose the workbook of the plan");
});

test("a colleague sets the target I have open: I see both, and mine replaces theirs only when I say so", async ({
  page,
  context,
  signIn,
}) => {
  await signIn("lead-zzb");
  const target = `${await openRound(page, "ZZB")}/results/mental_health/gaps/target/c12-6`;
  await page.goto(target);
  const other = await context.newPage();
  await other.goto(target);
  await other.getByRole("radio", { name: /^Level 4/ }).check();
  await other.getByLabel("Why this level").fill("The system agreed it");
  await other.getByRole("button", { name: "Save target" }).click();
  await expect(other.getByRole("heading", { level: 1, name: /Targets: Mental health$/ })).toBeVisible();

  await page.getByRole("radio", { name: /^Level 5/ }).check();
  await page.getByLabel("Why this level").fill("The board wants more");
  await page.getByRole("button", { name: "Save target" }).click();
  await expect(page.getByRole("main")).toContainText("What your colleague saved");
  await expect(page.getByRole("main")).toContainText("The system agreed it");
  await expect(page.getByLabel("Why this level")).toHaveValue("The board wants more");
  await page.getByRole("button", { name: "Save target" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Targets: Mental health$/ })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("The board wants more");
});
