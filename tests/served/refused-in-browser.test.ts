import { afterAll, beforeAll, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { endGrant } from "@/lib/data/grants";
import { startSession } from "@/lib/data/sessions";
import { sessionCookie } from "@/lib/auth/cookies";
import { challengedAnswerPath, trustPath } from "@/lib/http/addresses";
import { faultsOf } from "@/tests/support/axe";
import { type BrowsedService, browse } from "@/tests/support/browser";
import { fileDatabase } from "@/tests/support/database";
import { letGuest } from "@/tests/support/guest";
import { save, startedRound } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";

const pictures = process.env.PICTURES;
const REASON = "We saw less of this\nwhen we visited in May";

let service: BrowsedService;
let trust: Trust;
let lead: CurrentUser;
let round = "";
beforeAll(async () => {
  service = await browse(fileDatabase().appUrl);
  trust = await makeTrust();
  lead = await trust.let("digital_lead");
  round = await startedRound(lead, trust.id);
  await save(lead, place(), { version: 0, level: 3, note: "Agreed" });
});
afterAll(() => service?.stop());

const place = () => ({ assessmentId: round, capabilityId: "c01-2", scope: "organisation" });

test.each([
  { javaScriptEnabled: true, how: "with JavaScript" },
  { javaScriptEnabled: false, how: "without JavaScript" },
])(
  "what I was let see is ended while I write: 404, and what I wrote is still on the screen, $how (TI-2, TI-11)",
  async ({ javaScriptEnabled, how }) => {
    const peer = await (await makeTrust()).let("reviewer");
    const asked = { assessmentId: round, scope: "levels" } as const;
    const { grantId } = await letGuest(lead, trust.id, peer.personId, asked);
    const page = await service.window({ javaScriptEnabled });
    const value = await startSession(peer.personId, { assured: true, now: new Date() });
    await page.context().addCookies([{ name: sessionCookie().name, value, url: service.origin }]);
    await page.goto(challengedAnswerPath(place()));
    await page.locator('input[type="radio"][value="2"]').first().check();
    await page.locator("textarea").first().fill(REASON);
    await endGrant(lead, trust.id, grantId);

    const reply = page.waitForResponse((response) => response.request().method() === "POST");
    await page
      .getByRole("button", { name: /challenge/i })
      .first()
      .click();
    expect((await reply).status()).toBe(404);
    const heading = page.getByRole("heading", { level: 1 });
    await expect.poll(() => heading.innerText()).toBe("Nothing was saved");
    await expect.poll(() => page.title()).toMatch(/^Nothing was saved/);
    expect((await page.locator("dd").allInnerTexts()).join("\n")).toContain(REASON);
    if (javaScriptEnabled) {
      await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await faultsOf(page)).toEqual([]);
    }
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      if (pictures) await page.screenshot({ path: `${pictures}/refused-${how.slice(0, 4)}-${width}.png` });
    }
    await page.context().close();
  },
);

test("without JavaScript, a page that is not mine to see says so: I am not told that the service is broken", async () => {
  const stranger = await (await makeTrust()).let("digital_lead");
  const page = await service.window({ javaScriptEnabled: false });
  const value = await startSession(stranger.personId, { assured: true, now: new Date() });
  await page.context().addCookies([{ name: sessionCookie().name, value, url: service.origin }]);
  expect((await page.goto(trustPath(trust.odsCode)))?.status()).toBe(404);
  await expect.poll(() => page.title()).toMatch(/^Page not found/);
  // Next leaves the document empty, so the words stand in a style sheet.
  const shown = page.locator("body");
  const words = (part: string) => shown.evaluate((body, of) => getComputedStyle(body, of).content, part);
  await expect.poll(() => words("::before")).toContain("Page not found");
  await expect.poll(() => words("::after")).toContain("digital lead");
  if (pictures) await page.screenshot({ path: `${pictures}/not-mine.png` });
  await page.context().close();
});
