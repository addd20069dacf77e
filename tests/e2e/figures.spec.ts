import type { APIRequestContext, Page } from "@playwright/test";
import { appliesIn, capabilitiesOf } from "@/lib/framework/find";
import { parseFramework } from "@/lib/framework/parse";
import { type CareSetting, careSettingSchema, type Framework } from "@/lib/framework/schema";
import {
  dimensionInFigures,
  distanceInWords,
  overallInFigures,
  stageInWords,
} from "@/lib/report/stage-words";
import type { Answers, ScoringAnswer } from "@/lib/scoring/answers";
import type { Result } from "@/lib/scoring/result";
import { score } from "@/lib/scoring/score";
import { expect, test } from "./fixtures";

/** What the answer contract says of one answer; version 0 where nobody has given it. */
type Kept = Omit<ScoringAnswer, "notApplicable"> & {
  version: number;
  withdrawn?: boolean;
  notApplicable?: { reason: string } | string | null;
};

const people = [
  { person: "lead-zza", code: "ZZA", settings: ["acute", "community"], signed: true },
  { person: "lead-zzb", code: "ZZB", settings: ["mental_health"], signed: true },
  { person: "lead-zzc", code: "ZZC", settings: ["ambulance"], signed: false },
] as const;

for (const { person, code, settings } of people) {
  test(`${code}: every page shows what the engine makes of the answers behind it`, async ({
    page,
    signIn,
  }) => {
    await signIn(person);
    const { request } = page.context();
    await page.goto(`/trusts/${code}`);
    const hrefs = await page
      .locator("main a[href*='/results/']")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    const rounds = new Set(hrefs.flatMap((href) => /^\/assessments\/([^/]+)\//.exec(href)?.[1] ?? []));
    expect(rounds.size).toBeGreaterThan(0);
    for (const round of rounds) {
      for (const name of settings) {
        const setting = careSettingSchema.parse(name);
        await page.goto(`/assessments/${round}/results/${setting}`);
        const framework = await frameworkOf(page, request);
        const answers = await answersOf(request, round, framework, setting);
        await shows(page, framework, score(framework, setting, answers));
      }
    }
  });
}

for (const { person, code, settings } of people.filter(({ signed }) => signed)) {
  test(`${code}: the board is shown what the engine makes of what was signed`, async ({ page, signIn }) => {
    await signIn(person);
    const { request } = page.context();
    await page.goto(`/trusts/${code}/board`);
    const cards = page.locator("main .app-board");
    await expect(cards).toHaveCount(settings.length);
    for (const [index, name] of settings.entries()) {
      const setting = careSettingSchema.parse(name);
      await page.goto(`/trusts/${code}/board`);
      const card = cards.nth(index);
      const results = await card.locator(`a[href$='/results/${setting}']`).first().getAttribute("href");
      const round = /^\/assessments\/([^/]+)\//.exec(results ?? "")?.[1] ?? "";
      await page.goto(results ?? "");
      const framework = await frameworkOf(page, request);
      const result = score(framework, setting, await answersOf(request, round, framework, setting));
      await page.goto(`/trusts/${code}/board`);
      await expect(card).toContainText(`${stageInWords(framework, result)}, `);
      await expect(card).toContainText(`${overallInFigures(result)} out of 5`);
      await expect(card).toContainText(distanceInWords(framework, result));
      const table = page.locator("main table", {
        has: page.locator("caption", { hasText: ": dimensions, " }),
      });
      for (const { id, number, name: dimension } of framework.dimensions) {
        const bounds = result.dimensions.find((one) => one.id === id) ?? null;
        const row = table.nth(index).locator("tr", { hasText: `${number}. ${dimension}` });
        await expect(row.first()).toContainText(
          bounds ? dimensionInFigures(framework, result, bounds) : "Does not apply",
        );
      }
    }
  });
}

/** The version that the page says it is made from. */
async function frameworkOf(page: Page, request: APIRequestContext): Promise<Framework> {
  const href = await page.locator("main a[href^='/frameworks/']").last().getAttribute("href");
  const reply = await request.get(`/api/v1${href?.split("?")[0]}`);
  expect(reply.status()).toBe(200);
  const parsed = parseFramework(await reply.json());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.framework;
}

/** Every answer of a care setting, one by one through the contract, the setting's own before the organisation's. */
async function answersOf(
  request: APIRequestContext,
  round: string,
  framework: Framework,
  setting: CareSetting,
): Promise<Answers> {
  const answers = new Map<string, ScoringAnswer>();
  for (const capability of capabilitiesOf(framework)) {
    if (!appliesIn(capability, setting)) continue;
    const scopes = capability.scope === "organisation" ? ["organisation", setting] : [setting];
    for (const scope of scopes) {
      const reply = await request.get(`/api/assessments/${round}/answers/${capability.id}/${scope}`);
      if (!reply.ok()) continue;
      const { version, withdrawn, criteria, notApplicable } = (await reply.json()) as Kept;
      if (version === 0 || withdrawn) continue;
      const reason = typeof notApplicable === "string" ? { reason: notApplicable } : notApplicable;
      answers.set(capability.id, { criteria: criteria ?? {}, notApplicable: reason ?? null });
    }
  }
  return answers;
}

async function shows(page: Page, framework: Framework, result: Result): Promise<void> {
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 2 }).first()).toContainText(
    stageInWords(framework, result),
  );
  await expect(main).toContainText(`Score ${overallInFigures(result)} out of 5`);
  await expect(main).toContainText(distanceInWords(framework, result));
  for (const { id, number, name } of framework.dimensions) {
    const bounds = result.dimensions.find((dimension) => dimension.id === id) ?? null;
    const row = main.getByRole("row", { name: new RegExp(`^${number}\\. ${name}`) }).first();
    await expect(row).toContainText(
      bounds ? dimensionInFigures(framework, result, bounds) : "Does not apply",
    );
  }
}
