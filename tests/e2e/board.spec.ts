import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** What a board reads first, in its order. */
const answers = [
  "Safeguards",
  "Stage, score and change",
  /^(Between us and|Next stage)/,
  "The board is asked to",
  "How sure we are",
];

/** Where the lowest of the five answers of each care setting ends, in pixels from the top of the page. */
async function endsOf(page: Page): Promise<number[]> {
  const fronts = page.locator(".app-board");
  const ends: number[] = [];
  for (const front of await fronts.all()) {
    const terms = await front.locator("dt").allTextContents();
    expect(terms).toHaveLength(answers.length);
    for (const [index, answer] of answers.entries()) {
      expect(terms[index]).toMatch(answer instanceof RegExp ? answer : new RegExp(`^${answer}$`));
    }
    const box = await front.boundingBox();
    ends.push((box?.y ?? Infinity) + (box?.height ?? 0));
  }
  return ends;
}

test.describe("I am a non-executive and have two minutes", () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  for (const { person, code, settings } of [
    { person: "board-zza", code: "ZZA", settings: 2 },
    { person: "lead-zzb", code: "ZZB", settings: 1 },
  ]) {
    test(`${code}: all five answers for ${settings} care setting(s) are seen without scrolling`, async ({
      page,
      signIn,
    }) => {
      await signIn(person);
      await page.goto(`/trusts/${code}/board`);
      const ends = await endsOf(page);
      expect(ends).toHaveLength(settings);
      expect(Math.max(...ends)).toBeLessThanOrEqual(800);
    });
  }
});

test("what the public may read names no sensitive capability, no level and nobody", async ({
  page,
  signIn,
}) => {
  await signIn("lead-zza");
  await page.goto("/trusts/ZZA/board?version=public");
  const words = await page.getByRole("main").innerText();
  expect(words).toContain("sensitive");
  for (const hidden of ["Continuity and disaster recovery", "Cyber security", "approver", "Signed off by"]) {
    expect(words).not.toContain(hidden);
  }
  expect(words).not.toMatch(/level [12](?!\d)|not signed off/);
});

test.describe("I word a key message", () => {
  for (const javaScriptEnabled of [true, false]) {
    test(`${javaScriptEnabled ? "with" : "without"} JavaScript, and what was drawn stays readable`, async ({
      browser,
      signIn,
      baseURL,
    }) => {
      const context = await browser.newContext({ javaScriptEnabled, baseURL });
      await signIn("lead-zza", context);
      const page = await context.newPage();
      const version = javaScriptEnabled ? "private" : "public";
      await page.goto(`/trusts/ZZA/board/messages/community?version=${version}`);
      const first = page.getByLabel("Message 1");
      const drawn = await first.inputValue();
      await first.fill("x".repeat(501));
      await page.getByRole("button", { name: "Save the messages" }).click();
      await expect(page.locator("main [role=alert]")).toContainText("must be 500 characters or fewer");
      await expect(first).toHaveValue("x".repeat(501));
      await first.fill("We are nearly Established: one safeguard is left.");
      await page.getByRole("button", { name: "Save the messages" }).click();
      await expect(page.getByText("We are nearly Established: one safeguard is left.")).toBeVisible();
      const community = page.getByRole("region", { name: "Community" });
      await community.getByText(/1 message worded by the digital lead/).click();
      await expect(community.getByText(drawn)).toBeVisible();
      await context.close();
    });
  }
});
