import type { Browser, Page } from "@playwright/test";
import {
  assignTo,
  confirmTheRest,
  expect,
  expects,
  listen,
  openLive,
  openRound,
  saved,
  test,
} from "./fixtures";
import { tabTo } from "./keys";
import { sound } from "./sound";

type SignIn = (person: string, context?: Awaited<ReturnType<Browser["newContext"]>>) => Promise<void>;

/** A window of a colleague's own, in a browser of their own. */
async function windowOf(browser: Browser, origin: string, signIn: SignIn, person: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin });
  await signIn(person, context);
  return context.newPage();
}

const farah = "Farah Siddiqui, Head of information governance";
const owen = "Owen Maddox, Clinical safety officer";
const note = (page: Page) => page.getByLabel("Note (optional)");
const status = (page: Page) => page.locator("[data-save]");
const said = (page: Page) => status(page).getByRole("status");

test.describe("a colleague saves the answer that I am writing", () => {
  test(
    "I am told once and politely, keep my place and my text, see theirs, and take their note along (CC-6, AX-7)",
    { ...expects("409") },
    async ({ page, browser, baseURL, signIn }) => {
      await signIn("lead-zza");
      const round = await openRound(page, "ZZA");
      await assignTo(page, round, "c10-3/organisation", farah);
      const path = `${round}/answers/c10-3/organisation`;
      const theirs = await windowOf(browser, baseURL ?? "", signIn, "ig-zza");
      await Promise.all([openLive(page, path), openLive(theirs, path)]);
      const title = await page.title();
      const heard = await listen(said(page));

      await note(theirs).fill("Signed by the Caldicott guardian");
      await saved(theirs);
      await note(page).fill("Mine, typed for ten minutes");
      await expect(status(page)).toHaveAttribute("data-save", "stale");
      const told = "Not saved: a colleague saved this answer first. Yours is still on this page";
      expect(await heard()).toEqual([told]);
      await expect(said(page)).toHaveText(told);
      await expect(note(page)).toBeFocused();
      await expect(page).toHaveTitle(`Error: ${title}`);

      const box = page.getByRole("region", { name: "The answer your colleague saved" });
      await expect(box).toContainText("Farah Siddiqui saved at");
      await expect(box).toContainText("Signed by the Caldicott guardian");
      await sound(page);
      await box.getByRole("button", { name: "Add their note to mine" }).click();
      await expect(note(page)).toHaveValue("Mine, typed for ten minutes\n\nSigned by the Caldicott guardian");
      await expect(note(page)).toBeFocused();
      await box.getByRole("button", { name: "Save mine instead" }).click();
      await saved(page);
      await expect(page).toHaveTitle(title);
      await theirs.reload();
      await expect(note(theirs)).toHaveValue(
        "Mine, typed for ten minutes\n\nSigned by the Caldicott guardian",
      );
      await theirs.context().close();
    },
  );

  test(
    "with the keyboard alone: pressing Save takes me to the choice, and choosing to what became of it (AX-2)",
    { ...expects("409") },
    async ({ page, browser, baseURL, signIn }) => {
      await signIn("lead-zza");
      const round = await openRound(page, "ZZA");
      const path = `${round}/answers/c04-2/organisation`;
      const theirs = await windowOf(browser, baseURL ?? "", signIn, "lead-zza");
      await Promise.all([openLive(page, path), openLive(theirs, path)]);
      await note(theirs).fill("Theirs");
      await saved(theirs);

      await tabTo(page, ({ id }) => id === "note");
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type("Mine");
      await expect(status(page)).not.toHaveAttribute("data-save", "idle");
      await tabTo(page, ({ text }) => text === "Save criteria");
      await page.keyboard.press("Enter");
      await expect(status(page)).toHaveAttribute("data-save", "stale");
      const choice = page.getByRole("region", { name: "The answer you saved in another window" });
      await expect(choice.locator("xpath=..")).toBeFocused();
      await tabTo(page, ({ text }) => text === "Save what is on this page instead");
      await page.keyboard.press("Enter");
      await saved(page);
      await expect(status(page)).toBeFocused();
      await theirs.reload();
      await expect(note(theirs)).toHaveValue("Mine");
      await theirs.context().close();
    },
  );
});

test(
  "the question is given to a colleague while I type: my text stays, and I am told whom to ask (CC-4)",
  { ...expects("404") },
  async ({ page, browser, baseURL, signIn }) => {
    await signIn("lead-zza");
    const round = await openRound(page, "ZZA");
    await assignTo(page, round, "c10-3/organisation", farah);
    const desk = await windowOf(browser, baseURL ?? "", signIn, "ig-zza");
    await openLive(desk, `${round}/answers/c10-3/organisation`);
    await assignTo(page, round, "c10-3/organisation", owen);

    await note(desk).fill("Half an hour of work");
    await expect(status(desk)).toHaveAttribute("data-save", "not_found");
    await expect(status(desk)).toContainText(
      "no longer yours to answer. What you entered is still on this page",
    );
    await expect(desk.getByText("ask your digital lead who has the question now")).toBeVisible();
    await expect(note(desk)).toHaveValue("Half an hour of work");
    await expect(desk).toHaveTitle(/^Error: 10\.3/);

    await assignTo(page, round, "c10-3/organisation", farah);
    await desk.getByRole("button", { name: "Save criteria" }).click();
    await saved(desk);
    await desk.context().close();
  },
);

test(
  "the round is sent for review while I type: my text stays, and I am told why and what to do (CC-4)",
  { ...expects("409") },
  async ({ page, browser, baseURL, signIn }) => {
    // A trust of the group's, where nobody else is at work.
    await signIn("lead-zzg");
    const round = await openRound(page, "ZY02");
    await confirmTheRest(page, round);
    const mine = await windowOf(browser, baseURL ?? "", signIn, "lead-zzg");
    await openLive(mine, `${round}/answers/c04-2/organisation`);
    await page.goto(`${round}/check`);
    await page.getByRole("button", { name: "Send for review" }).click();
    await expect(page.getByText("This round is in review")).toBeVisible();

    await note(mine).fill("The last word, a minute late");
    await expect(status(mine)).toHaveAttribute("data-save", "locked");
    await expect(status(mine)).toContainText("this round is closed. What you entered is still on this page");
    await expect(mine.getByText("sent for review or signed off while you typed")).toBeVisible();
    await expect(note(mine)).toHaveValue("The last word, a minute late");
    await expect(note(mine)).toBeEditable();
    await sound(mine);
    await mine.context().close();
  },
);

test(
  "signed out while I type: sound, told once, and focus follows when I save again (AX-1, SE-3)",
  { ...expects("401") },
  async ({ page, context, signIn }) => {
    await signIn("lead-zza");
    await openLive(page, `${await openRound(page, "ZZA")}/answers/c04-2/organisation`);
    const heard = await listen(said(page));
    await context.clearCookies();
    await note(page).fill("Ten minutes of typing");
    await expect(status(page)).toHaveAttribute("data-save", "signed_out");
    const told = "Not saved yet: you were signed out. What you entered is still on this page";
    expect(await heard()).toEqual([told]);
    await sound(page);
    await signIn("lead-zza");
    await page.getByRole("button", { name: "Save now" }).click();
    await saved(page);
    await expect(status(page)).toBeFocused();
  },
);

test("my answers are saved as I type: shown each time, said once a minute at most, never while under way", async ({
  page,
  signIn,
}) => {
  await signIn("lead-zza");
  await openLive(page, `${await openRound(page, "ZZA")}/answers/c04-2/organisation`);
  const heard = await listen(said(page));
  for (const text of ["One", "One, two", "One, two, three"]) {
    const reply = page.waitForResponse((response) => response.request().method() === "PUT");
    await note(page).fill(text);
    await reply;
    await saved(page);
  }
  const words = await heard();
  expect(words.filter((text) => !/^Saved at \d{1,2}:\d\d[ap]m$/.test(text))).toEqual([]);
  expect(new Set(words).size).toBe(words.length);
});
