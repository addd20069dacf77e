import type { Page } from "@playwright/test";
import { faintWords } from "../support/axe";
import { expect, openRound, test } from "./fixtures";

/** The pages with the most on them: text, forms, tables, charts, tags. */
const pages = async (page: Page): Promise<string[]> => {
  const round = await openRound(page, "ZZA");
  return [
    "/trusts/ZZA",
    "/trusts/ZZA/board",
    round,
    `${round}/answers/c06-3/organisation`,
    `${round}/check`,
    `${round}/results/acute`,
    `${round}/results/acute/gaps`,
    `${round}/results/acute/route`,
    `${round}/results/acute/report`,
    "/sign-in",
    "/frameworks/nhs-trust/2026.1/capabilities/c06-3",
  ];
};

/** Styles a person brings along; as a sheet of the browser's own, which the page's policy does not concern. */
async function bring(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);
}

/** Words that are cut off, and whether the page has to be scrolled sideways; wide tables may scroll by themselves. */
function lost(page: Page): Promise<{ cut: string[]; sideways: boolean }> {
  return page.evaluate(() => {
    const cut = [...document.querySelectorAll<HTMLElement>("main *, header *, footer *")].filter((part) => {
      const { overflowX, overflowY, clip, position } = getComputedStyle(part);
      const hidden = position === "absolute" && (clip !== "auto" || part.clientHeight <= 1);
      const clips = [overflowX, overflowY].some((way) => way === "hidden" || way === "clip");
      return (
        clips &&
        !hidden &&
        (part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1)
      );
    });
    return {
      cut: cut.map((part) => `${part.tagName}.${part.className}`),
      sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    };
  });
}

const whole = { cut: [], sideways: false };

test("with text at twice the size nothing is cut off or lies beside the page (AX-4)", async ({
  page,
  signIn,
}) => {
  await signIn("lead-zza");
  // As in the browser's own settings: what depends on the width in letters follows, too.
  const browser = await page.context().newCDPSession(page);
  await browser.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  for (const path of await pages(page)) {
    await page.goto(path);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
    expect([path, await lost(page)]).toEqual([path, whole]);
  }
});

test("with wider spacing of lines, words and letters nothing is cut off (AX-4, WCAG 1.4.12)", async ({
  page,
  signIn,
}) => {
  await signIn("lead-zza");
  const spacing =
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } " +
    "p { margin-bottom: 2em !important }";
  for (const path of await pages(page)) {
    await page.goto(path);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await bring(page, spacing);
      expect([path, width, await lost(page)]).toEqual([path, width, whole]);
    }
  }
});

test("in forced colours each state has its words, each button its edge, each chart its table (AX-5)", async ({
  page,
  signIn,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await signIn("lead-zza");
  for (const path of await pages(page)) {
    await page.goto(path);
    const faults = await page.evaluate(() => {
      const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
      const edged = (part: HTMLElement) => {
        const style = getComputedStyle(part);
        return ["Top", "Bottom"].some(
          (side) => parseFloat(style[`border${side}Width` as "borderTopWidth"]) > 0,
        );
      };
      return {
        wordless: all("main .nhsuk-tag").filter((tag) => tag.innerText.trim() === "").length,
        edgeless: all("main .nhsuk-button")
          .filter((button) => !edged(button))
          .map((button) => button.innerText),
        tableless: all("main figure").length > 0 && all("main table").length === 0,
      };
    });
    expect([path, faults]).toEqual([path, { wordless: 0, edgeless: [], tableless: false }]);
  }
});

test("for whoever wants no motion nothing moves; for whoever asks for more contrast words have it (AX-5)", async ({
  page,
  signIn,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce", contrast: "more" });
  await signIn("lead-zza");
  for (const path of await pages(page)) {
    await page.goto(path);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")]
        .filter((part) => {
          const style = getComputedStyle(part);
          const animated = style.animationName !== "none";
          const moved = /transform|all|top|left|height|width/.test(style.transitionProperty);
          return animated || (moved && parseFloat(style.transitionDuration) > 0.01);
        })
        .map((part) => `${part.tagName}.${part.className}`),
    );
    expect([path, moving]).toEqual([path, []]);
    expect([path, await faintWords(page)]).toEqual([path, []]);
  }
});

test("printed, a result has its figures and its tables, and not the way around the site (AX-5)", async ({
  page,
  signIn,
}) => {
  await signIn("lead-zza");
  const round = await openRound(page, "ZZA");
  await page.emulateMedia({ media: "print" });
  for (const path of ["/trusts/ZZA/board", `${round}/results/acute`, `${round}/results/acute/report`]) {
    await page.goto(path);
    await expect(page.locator("h1")).toBeVisible();
    await expect(page.locator("main table").first()).toBeVisible();
    await expect(page.locator("header nav, header form").filter({ visible: true })).toHaveCount(0);
    await expect(page.locator("footer").filter({ visible: true })).toHaveCount(0);
  }
  // Of hundreds of criteria that could be ticked, paper has those that are; of the shortest way, not the form that asks for it.
  await page.goto(`${round}/results/acute/what-if`);
  await expect(page.getByText("Nothing is ticked, so this is today")).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  const first = await page.locator('input[name="met"]').first().getAttribute("value");
  await page.goto(`${round}/results/acute/what-if?met=${first}`);
  await expect(page.getByRole("checkbox")).toHaveCount(1);
  await page.goto(`${round}/results/acute/route`);
  await expect(page.getByRole("heading", { name: /^Shortest by effort/ })).toBeVisible();
  await expect(page.getByRole("combobox")).toHaveCount(0);
});

test("printed, the gaps are a list to take to a meeting, with the criteria of those that were opened (AX-5)", async ({
  page,
  signIn,
}) => {
  await signIn("lead-zza");
  await page.goto(`${await openRound(page, "ZZA")}/results/acute/gaps`);
  const row = page.getByRole("row").filter({ hasText: "to meet" }).first();
  await row.locator("summary").click();
  const opened = await row.getByRole("listitem").count();
  expect(opened).toBeGreaterThan(0);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("cell").getByRole("listitem").filter({ visible: true })).toHaveCount(opened);
  await expect(page.getByRole("heading", { name: "The same gaps in other groups" })).toBeHidden();
});
