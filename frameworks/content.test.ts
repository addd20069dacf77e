import { describe, expect, test } from "vitest";
import { listFrameworkFolders, readFrameworkFiles } from "@/lib/exchange/framework-files";
import { contentProblems } from "@/lib/framework/content-rules/content-problems";
import { criterionProse } from "@/lib/framework/content-rules/prose";
import { unusedOneFacts } from "@/lib/framework/content-rules/two-facts";
import type { Framework } from "@/lib/framework/schema";

const { documents, problems } = await readFrameworkFiles("frameworks");
const folders = await listFrameworkFolders("frameworks");
const called = ({ id, version }: { id: string; version: string }) => `${id} ${version}`;
/** Faults found and not yet mended: mend the question, then delete its line here. */
const STILL_TO_MEND: Partial<Record<string, string[]>> = {
  "gp-practice 2026.1": [
    '/dimensions/0/capabilities/2/levels/2/criteria/1/text: "major" cannot be judged: say how many, how often, by when or by whom',
    '/dimensions/5/capabilities/2/levels/4/criteria/0/text: "soon" cannot be judged: say how many, how often, by when or by whom',
    '/dimensions/2/capabilities/3/levels/3/criteria/0/text: "half" counted when? Name a period ("in the last 3 months") or a date',
    '/dimensions/5/capabilities/0/levels/3/criteria/1/text: "80%" of what? Write "80% of …"',
  ],
};
const predecessorOf = ({ id, follows }: Framework) =>
  documents.find((other) => other.id === id && other.version === follows?.version);

describe("an editor changes a question and runs the tests", () => {
  test("every framework file reads, and every folder gives a framework", () => {
    expect(problems).toEqual([]);
    expect(documents.map(called)).toEqual(folders.map(called));
    expect(documents.map(called)).toContain("nhs-trust 2026.1");
  });

  test.each(documents.map((framework) => ({ name: called(framework), framework })))(
    "$name keeps every rule of content",
    ({ framework }) => {
      const found = contentProblems(framework, predecessorOf(framework));
      const lines = found.map(({ path, message }) => `${path}: ${message}`);
      expect(lines).toEqual(STILL_TO_MEND[called(framework)] ?? []);
    },
  );

  test("a version that follows another has it beside it, for trends to cross", () => {
    const following = documents.filter(({ follows }) => follows !== null);
    expect(following.map(called)).toContain("nhs-trust 2026.1");
    expect(following.filter((framework) => !predecessorOf(framework)).map(called)).toEqual([]);
  });

  test("the list of phrases that are one fact holds only phrases in use", () => {
    const texts = documents.flatMap(criterionProse).map(({ text }) => text);
    expect(unusedOneFacts(texts)).toEqual([]);
  });
});
