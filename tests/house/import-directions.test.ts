import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";

/** Planted files exist nowhere, so rules that ask the type checker are left out. */
const eslint = new ESLint({
  overrideConfig: {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      "@typescript-eslint/no-floating-promises": "off",
      "@typescript-eslint/no-misused-promises": "off",
      "@typescript-eslint/switch-exhaustiveness-check": "off",
    },
  },
});

async function complaints(filePath: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result?.messages.map(({ ruleId }) => ruleId) ?? [];
}

const importing = (place: string) => `import planted from "${place}";\nexport const kept = planted;\n`;

describe("a colleague imports against the direction of the house, and lint refuses", () => {
  test.each([
    ["lib/framework/planted.ts", "next/headers"],
    ["lib/framework/content-rules/planted.ts", "../../data/tenant"],
    ["lib/scoring/planted.ts", "@/lib/db"],
    ["lib/scoring/planted.ts", "../env"],
    ["lib/assessment/planted.ts", "react"],
    ["lib/assessment/planted.ts", "@/lib/generated/prisma/client"],
    ["lib/plan/planted.ts", "node:fs"],
    ["lib/plan/planted.ts", "fs"],
    ["lib/access/planted.ts", "@/lib/auth/current-user"],
    ["lib/charts/planted.ts", "@/lib/report/gap-report"],
    ["lib/report/report-model.ts", "node:stream"],
    ["lib/report/planted.ts", "@/lib/data/answers"],
    ["lib/exchange/planted.ts", "@/lib/env"],
    ["lib/exchange/planted.ts", "@/components/nhs/panel"],
    ["lib/data/planted.ts", "next/cache"],
    ["lib/data/planted.ts", "@/lib/auth/current-user"],
    ["lib/data/planted.ts", "../http/origin"],
    ["lib/data/planted.ts", "@/app/layout"],
    ["lib/auth/planted.ts", "@/lib/db"],
    ["lib/auth/planted.ts", "@/components/nhs/panel"],
    ["lib/http/planted.ts", "@/lib/generated/prisma/client"],
    ["components/planted.tsx", "@/lib/data/answers"],
    ["components/assessment/planted.tsx", "@/lib/auth/current-user"],
    ["components/assessment/planted.tsx", "../../lib/env"],
    ["components/assessment/planted.tsx", "@/app/(service)/actions"],
    ["app/planted.ts", "@/lib/db"],
    ["app/(service)/trusts/planted.ts", "@prisma/client"],
    ["app/(service)/trusts/planted.ts", "@/tests/support/database"],
    ["proxy.ts", "@/lib/db"],
  ])("%s ← %s", async (file, place) => {
    expect(await complaints(file, importing(place))).toEqual(["no-restricted-imports"]);
  });

  test.each([
    ["lib/scoring/planted.ts", "@/lib/framework/schema"],
    ["lib/framework/planted.ts", "node:crypto"],
    ["lib/assessment/database-words.ts", "./data"],
    ["lib/exchange/planted.ts", "node:fs"],
    ["lib/data/planted.ts", "@/lib/db"],
    ["lib/auth/planted.ts", "@/lib/data/sessions"],
    ["components/planted.tsx", "@/lib/scoring/result"],
    ["app/planted.ts", "@/lib/data/assessments"],
    ["app/(service)/planted.ts", "../../components/nhs/panel"],
    ["tests/integration/planted.ts", "@/lib/db"],
  ])("and lets through what goes down: %s ← %s", async (file, place) => {
    expect(await complaints(file, importing(place))).toEqual([]);
  });
});

describe("a colleague takes a short cut, and lint refuses", () => {
  test.each([
    ["reads the clock in a score", "lib/scoring/planted.ts", "export const now = new Date();"],
    ["asks the time in a rule", "lib/assessment/planted.ts", "export const now = Date.now();"],
    ["draws lots in a plan", "lib/plan/planted.ts", "export const lot = Math.random();"],
    ["reads a setting in a page", "app/planted.ts", "export const key = process.env.AUTH_SECRET;"],
    ["reads a setting in the data layer", "lib/data/planted.ts", "export const all = process.env;"],
    ["writes raw SQL in a page", "app/planted.ts", "export const all = (tx: any) => tx.$queryRawUnsafe('');"],
  ])("who %s", async (_, file, code) => {
    expect(await complaints(file, code)).toContain("no-restricted-syntax");
  });

  test("who switches a rule off beside the code", async () => {
    const code = `/* eslint-disable no-restricted-imports */\n${importing("@/lib/db")}`;
    expect(await complaints("app/planted.ts", code)).toContain("no-restricted-imports");
  });
});
