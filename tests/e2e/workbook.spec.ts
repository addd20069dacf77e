import type { Page } from "@playwright/test";
import { fillIn, openWorkbook, type Typing } from "../support/fill-in";
import { assignTo, expect, openRound, test } from "./fixtures";

const note = (row: string, value: string): Typing => ({ sheet: "Questions", row, heading: "Note", value });

/** Downloads the workbook of the open round, as the link on its page does. */
async function download(page: Page, path: string): Promise<Buffer> {
  const reply = await page.request.get(`${path}/workbook/answers.xlsx`);
  expect(reply.headers()["content-disposition"]).toMatch(/filename="answers-ZZA-.*\.xlsx"/);
  return reply.body();
}

async function bringBack(page: Page, path: string, file: Buffer, name = "answers.xlsx"): Promise<void> {
  await page.goto(`${path}/workbook`);
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await page.getByLabel("Workbook", { exact: true }).setInputFiles({ name, mimeType, buffer: file });
  await page.getByRole("button", { name: "See what would change" }).click();
}

async function noteOf(page: Page, path: string, capability: string): Promise<string> {
  const reply = await page.request.get(`/api${path}/answers/${capability}/organisation`);
  return ((await reply.json()) as { note: string }).note;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`I fill the assessment in away from the service, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("I see each difference, what was saved meanwhile is not ticked, and I choose", async ({
      page,
      signIn,
      baseURL,
    }) => {
      await signIn("lead-zza");
      const path = await openRound(page, "ZZA");
      const mark = javaScriptEnabled ? "with" : "without";
      const file = await fillIn(await download(page, path), [
        note("c10-1 organisation", `Typed on the train, ${mark}`),
        note("c06-1 organisation", `Typed on the train as well, ${mark}`),
      ]);
      // Meanwhile one of the two is saved in the service.
      const place = `/api${path}/answers/c06-1/organisation`;
      const { version, criteria } = (await (await page.request.get(place)).json()) as Record<string, unknown>;
      const saved = await page.request.put(place, {
        data: { version, criteria, note: `Saved meanwhile, ${mark}`, confidence: null },
        headers: { origin: new URL(baseURL ?? "").origin, "idempotency-key": crypto.randomUUID() },
      });
      expect(saved.status()).toBe(200);

      await bringBack(page, path, file);
      await expect(page.getByRole("heading", { name: "2 differences" })).toBeVisible();
      const conflict = page.getByRole("group", { name: /^6\.1 / }).getByRole("checkbox", { name: "Note" });
      await expect(conflict).not.toBeChecked();
      await expect(
        page.getByText(`Saved since: Saved meanwhile, ${mark} (saved by Priya Raman`),
      ).toBeVisible();
      await expect(
        page.getByRole("group", { name: /^10\.1 / }).getByRole("checkbox", { name: "Note" }),
      ).toBeChecked();
      await page.getByRole("button", { name: "Save what is ticked" }).click();

      await expect(page.getByText("1 change is saved")).toBeVisible();
      await expect(page.getByRole("table", { name: "Not taken: 1" })).toContainText(
        "Typed on the train as well",
      );
      expect(await noteOf(page, path, "c10-1")).toBe(`Typed on the train, ${mark}`);
      expect(await noteOf(page, path, "c06-1")).toBe(`Saved meanwhile, ${mark}`);
    });

    test("as somebody asked about a few questions, I take those along and no others, and bring them back", async ({
      page,
      signIn,
    }) => {
      await signIn("lead-zza");
      const path = await openRound(page, "ZZA");
      // Two at least, whichever round another file left open.
      for (const question of ["c10-2/organisation", "c10-3/organisation"])
        await assignTo(page, path, question, "Farah Siddiqui, Head of information governance");
      await signIn("ig-zza");
      await page.goto(path);
      await page.getByRole("link", { name: "Fill in your questions as a workbook" }).click();
      await expect(
        page.getByText(/^The workbook holds the (\d+ questions|question) assigned to you/),
      ).toBeVisible();
      const mine = await download(page, path);
      const ids = (await openWorkbook(mine)).getWorksheet("Questions")?.getColumn(1).values.slice(2);
      expect(ids).toContain("c10-3 organisation");
      expect(ids).not.toContain("c06-1 organisation");
      const typed = `Typed at home, ${javaScriptEnabled ? "with" : "without"}`;
      await bringBack(page, path, await fillIn(mine, [note("c10-3 organisation", typed)]));
      await expect(page.getByRole("heading", { name: "1 difference" })).toBeVisible();
      await page.getByRole("button", { name: "Save what is ticked" }).click();
      await expect(page.getByText("1 change is saved")).toBeVisible();
      expect(await noteOf(page, path, "c10-3")).toBe(typed);
    });
  });
}

test("I choose a file that is no workbook of ours: I am told what it is, and nothing is kept", async ({
  page,
  signIn,
}) => {
  await signIn("lead-zza");
  const path = await openRound(page, "ZZA");
  await bringBack(page, path, Buffer.from("<html><script>alert(1)</script></html>"));
  await expect(page.getByRole("main").getByRole("alert")).toContainText("not an Excel workbook");
  await page.getByRole("link", { name: /^The file is not an Excel workbook/ }).click();
  await expect(page.getByLabel("Workbook", { exact: true })).toBeFocused();
  await bringBack(page, path, Buffer.alloc(5_000_001 + 20_000, "x"));
  await expect(page.getByRole("main").getByRole("alert")).toContainText("larger than 5 MB");
});
