import { expect, expects, test } from "./fixtures";

const board = "/trusts/ZZA/board";

test("a long page comes once and stays as it came", async ({ page, signIn }) => {
  const wrong: string[] = [];
  page.on("pageerror", ({ message }) => wrong.push(message));
  await signIn("board-zza");
  const reply = await page.goto(board);
  const heading = await page.getByRole("main").getByRole("heading", { level: 2 }).first().innerText();
  expect((await reply?.text())?.split(heading)).toHaveLength(2);
  const part = page.locator("[data-still]").first();
  const came = await part.innerText();
  await page.waitForLoadState("networkidle");
  expect(await part.innerText()).toBe(came);
  expect(came.length).toBeGreaterThan(2_000);
  expect(wrong).toEqual([]);
});

test(
  "something in my browser takes a part of the page away before its scripts run: it keeps all it said",
  expects("Minified React error #418"),
  async ({ page, signIn }) => {
    const startedOver: string[] = [];
    page.on("pageerror", ({ message }) => startedOver.push(message));
    await page.addInitScript(() => {
      new MutationObserver((_, watch) => {
        if (!document.querySelector("main")) return;
        watch.disconnect();
        document.querySelector("header")?.remove();
      }).observe(document, { childList: true, subtree: true });
    });
    await signIn("board-zza");
    startedOver.length = 0;
    const reply = await page.goto(board);
    // React says so when it starts a page over: what follows is about the page after that.
    await expect.poll(() => startedOver.length).toBeGreaterThan(0);
    const words = (await reply?.text())?.match(/<h2[^>]*>([^<]+)<\/h2>/g) ?? [];
    expect(words.length).toBeGreaterThan(3);
    await expect(page.locator("h2")).toHaveCount(words.length);
  },
);
