import { type Browser, chromium, type Page } from "@playwright/test";
import { findChromium } from "@/scripts/steps/chromium.mjs";
import type { Row } from "./report";
import type { Subjects } from "./service";
import type { Setting } from "./setting";

type Weight = { all: number; document: number; script: number; stylesheet: number };
type Paint = { largest: number; shift: number };

/**
 * What a cold visit of the capability page fetches, as it comes over the wire, when it stands on the screen, and how
 * long what somebody does there takes to show.
 */
export async function measureWeight({ product, reference }: Setting, subjects: Subjects): Promise<Row[]> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("There is no Chromium here. Name one: CHROMIUM=/path/to/chromium");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await visit(browser, product + subjects.capabilityPage, subjects.cookie, answer);
    const board = await visit(browser, product + subjects.boardPage, subjects.cookie, openAll);
    const bare = await visit(browser, reference, "", async () => {});
    const script = page.weight.script - bare.weight.script;
    return [
      weightRow("Capability page, bytes in all", page.weight.all, "at most 190 kB", page.weight.all <= 190e3),
      {
        ...weightRow("Its JavaScript", page.weight.script, "at most 15 kB more", script <= 15e3),
        reference: `${kilobytes(bare.weight.script)} (bare page)`,
        ratio: `+${kilobytes(script)}`,
      },
      weightRow("Its CSS", page.weight.stylesheet, "at most 15 kB", page.weight.stylesheet <= 15e3),
      weightRow("Its HTML", page.weight.document, "–", null),
      paintRow("Capability page in a browser", page.paint),
      paintRow("Board view in a browser", board.paint),
      shownRow("Answering and typing on a capability page", page.slowest),
      shownRow("Opening what is folded on a board view", board.slowest),
    ];
  } finally {
    await browser.close();
  }
}

async function answer(page: Page): Promise<void> {
  for (const label of (await page.locator(".nhsuk-radios__label:visible").all()).slice(0, 12))
    await label.click();
  await page.locator("textarea").first().pressSequentially("Surveyed in May. ", { delay: 30 });
}

async function openAll(page: Page): Promise<void> {
  for (const summary of await page.locator("main summary:visible").all()) await summary.click();
}

async function visit(
  browser: Browser,
  url: string,
  cookie: string,
  act: (page: Page) => Promise<void>,
): Promise<{ weight: Weight; paint: Paint; slowest: number | null }> {
  const context = await browser.newContext();
  const [name, value] = cookie.split("=");
  if (name && value) await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  const weight: Weight = { all: 0, document: 0, script: 0, stylesheet: 0 };
  const weighed: Promise<void>[] = [];
  page.on("requestfinished", (request) => {
    const weigh = async () => {
      const { responseBodySize: bytes } = await request.sizes();
      weight.all += bytes;
      const kind = request.resourceType();
      if (kind === "document" || kind === "script" || kind === "stylesheet") weight[kind] += bytes;
    };
    weighed.push(weigh());
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await Promise.all(weighed);
  const paint = await page.evaluate(
    () =>
      new Promise<Paint>((resolve) => {
        const paint = { largest: 0, shift: 0 };
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) paint.largest = entry.startTime;
        }).observe({ type: "largest-contentful-paint", buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) paint.shift += "value" in entry ? Number(entry.value) : 0;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(paint), 300);
      }),
  );
  const slowest = await slowestOf(page, act);
  await context.close();
  return { weight, paint, slowest };
}

/** The longest that an interaction took until it showed, in milliseconds; null where none took a frame (16 ms). */
async function slowestOf(page: Page, act: (page: Page) => Promise<void>): Promise<number | null> {
  const observed = await page.evaluateHandle(() => {
    const found = { slowest: null as number | null };
    const init = { type: "event", durationThreshold: 16 } as PerformanceObserverInit;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) found.slowest = Math.max(found.slowest ?? 0, duration);
    }).observe(init);
    return found;
  });
  await act(page);
  // Entries are told of a little after the frame they belong to.
  await page.waitForTimeout(500);
  return observed.evaluate(({ slowest }) => slowest);
}

/** INP is the slowest interaction of a visit with so few of them. */
function shownRow(what: string, slowest: number | null): Row {
  return {
    what,
    product: slowest === null ? "INP under 16 ms" : `INP ${slowest.toFixed(0)} ms`,
    reference: "–",
    ratio: "–",
    reach: "INP under 100 ms",
    met: slowest === null || slowest < 100,
  };
}

function weightRow(what: string, bytes: number, reach: string, met: boolean | null): Row {
  return { what, product: kilobytes(bytes), reference: "–", ratio: "–", reach, met };
}

function paintRow(what: string, { largest, shift }: Paint): Row {
  return {
    what,
    product: `LCP ${largest.toFixed(0)} ms, CLS ${shift.toFixed(3)}`,
    reference: "–",
    ratio: "–",
    reach: "LCP under 1 s, CLS 0",
    met: largest > 0 && largest < 1000 && shift === 0,
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
