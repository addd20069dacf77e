import type { BrowserContext, Page } from "@playwright/test";
import { expect, openRound, saved, test } from "./fixtures";

/** What the browser has kept for the page it shows. */
function keptIn(page: Page) {
  return page.evaluate(async () => ({
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    readable: document.cookie,
  }));
}

const nothing = { local: "{}", session: "{}", databases: [], caches: [], workers: 0, readable: "" };

async function tokensIn(context: BrowserContext): Promise<string[]> {
  return (await context.cookies()).map(({ value }) => value).filter((value) => value.length > 20);
}

test("on a ward computer that others use: after a whole day's work nothing of it is left in the browser (HD-4)", async ({
  page,
  context,
}) => {
  const addresses: string[] = [];
  page.on("framenavigated", (frame) => addresses.push(frame.url()));
  page.on("request", (request) => addresses.push(request.url()));
  const typed = ["Heronnote", "Heroncomment", "Heronaction", "Heronowner"];
  const [note = "", comment = "", action = "", owner = ""] = typed;
  const leavesNothing = async () => expect(await keptIn(page)).toEqual(nothing);

  await page.goto("/sign-in?returnTo=%2Ftrusts%2FZZA");
  await page.getByRole("button", { name: /Priya Raman/ }).click();
  await expect(page).toHaveURL(/\/trusts\/ZZA$/);
  const tokens = await tokensIn(context);
  expect(tokens.length).toBeGreaterThan(0);
  await leavesNothing();

  const answer = `${await openRound(page, "ZZA")}/answers/c04-2/organisation`;
  await page.goto(answer);
  await page.getByLabel("Note (optional)").fill(note);
  await saved(page);
  await leavesNothing();

  await page.goto(`${answer}/discussion`);
  await page.getByLabel("Your comment").fill(comment);
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.locator("#comments")).toContainText(comment);
  await leavesNothing();

  await page.goto("/trusts/ZZA/plan/new");
  await page.getByLabel("What will be done").fill(action);
  await page.getByLabel("Who answers for it").fill(owner);
  await page.getByLabel("Phase 2").check();
  const due = page.getByRole("group", { name: "When is it due?" });
  for (const [part, value] of Object.entries({ Day: "31", Month: "3", Year: "2098" }))
    await due.getByLabel(part).fill(value);
  await page.getByRole("button", { name: "Save action" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(action);
  await leavesNothing();

  await page.goto("/trusts/ZZA/plan");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "The plan as an Excel file" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  await leavesNothing();

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You have signed out")).toBeVisible();
  await leavesNothing();
  // What the next sign-in form needs may stay: it opens nothing.
  expect((await context.cookies()).filter(({ name }) => name.includes("session"))).toEqual([]);
  for (const address of addresses) {
    for (const word of [...typed, ...tokens]) expect(address).not.toContain(word);
  }
});
