import { gzipSync } from "node:zlib";
import { expect, openRound, test } from "./fixtures";

const trusts = "/frameworks/nhs-trust/2026.1";
const practices = "/frameworks/gp-practice/2026.1";
const LIMIT = 100_000;

const pages = [
  ...["/", "/help", "/privacy", "/accessibility", "/cookies", "/sign-in", "/frameworks"],
  ...[trusts, `${trusts}?q=record`, `${trusts}/dimensions/d12`, `${trusts}/capabilities/c11-3`],
  ...[`${trusts}/lenses/provider_capability`, `${trusts}/changes`, `${trusts}/questionnaire`],
  ...[`${trusts}/questionnaire?setting=acute`, "/frameworks/nhs-trust/2025.1", practices],
  ...[`${practices}/lenses/control`, `${practices}/questionnaire`, "/frameworks/rapid-check/2026.1"],
  ...["/rapid-check", "/rapid-check/result?levels=2,3,2,2,3,2,2,3,2,3,2,1&setting=acute"],
];

test("on a slow connection every public page is light: HTML and CSS together under 100 kB", async ({
  request,
}) => {
  const sheets = new Map<string, number>();
  const weigh = async (address: string) => {
    const reply = await request.get(address);
    expect(reply.status(), address).toBe(200);
    return reply.body();
  };
  const heavy: string[] = [];
  for (const page of pages) {
    const html = await weigh(page);
    const styles = [...html.toString().matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].map(
      ([link]) => /href="([^"]+)"/.exec(link)?.[1] ?? "",
    );
    expect(styles.length, page).toBeGreaterThan(0);
    let sum = gzipSync(html).length;
    for (const address of styles) {
      if (!sheets.has(address)) sheets.set(address, gzipSync(await weigh(address)).length);
      sum += sheets.get(address) ?? 0;
    }
    if (sum >= LIMIT) heavy.push(`${page}: ${sum}`);
  }
  expect(heavy).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("I type an everyday word and the question about it comes first", async ({ page }) => {
    await page.goto(trusts);
    await page.getByLabel("Search the questions").fill("hackers");
    await page.getByRole("button", { name: "Search" }).click();
    const first = page
      .getByRole("main")
      .getByRole("link", { name: /^\d+\.\d/ })
      .first();
    await expect(first).toHaveText(/6\.2 Cyber security/);
  });

  test("I read who controls what in general practice before how the score is made", async ({ page }) => {
    await page.goto(practices);
    const table = page.getByRole("table", { name: "Who controls what" });
    await expect(table.getByRole("row", { name: /The practice/ })).toContainText("1.4 Telephone system");
    await expect(table.getByRole("row", { name: /A supplier/ })).toContainText("3.3 Ease of use");
  });

  test("my trust has not begun: the rapid check can be its start", async ({ page, signIn }) => {
    await signIn("lead-zzy");
    await page.goto("/rapid-check/carry?levels=2,3,2,2,3,2,2,3,2,3,2,1&setting=community");
    await expect(page.getByRole("button", { name: /Start the .* assessment/ })).toBeVisible();
  });

  test("a practice reads first what it controls itself, and no page of its round speaks of a trust", async ({
    page,
    signIn,
  }) => {
    await signIn("lead-zzp");
    const round = await openRound(page, "ZZP");
    const results = `${round}/results/practice`;
    await page.goto(results);
    await expect(page.getByRole("main").getByRole("heading", { level: 2 }).first()).toHaveText(
      /^What the practice itself controls: \d\.\d.* out of 5$/,
    );
    const places = ["/trusts/ZZP", "/trusts/ZZP/board", round, `${round}/answers/c01-1/organisation`];
    const more = [`${round}/check`, results, `${results}/gaps`, `${results}/route`, `${results}/report`];
    for (const place of [...places, ...more, `${round}/kept`]) {
      await page.goto(place);
      const main = page.getByRole("main");
      await expect(main.getByRole("heading", { level: 1 })).toBeVisible();
      expect((await main.innerText()).match(/[^\n.]*\btrust\b[^\n.]*/i), place).toBeNull();
    }
    await page.goto(`${results}/report`);
    await expect(page.getByText(/What the practice itself controls scores/)).toBeVisible();
  });
});
