import { describe, expect, test } from "vitest";
import { fingerprintProblems, readFingerprints } from "@/lib/exchange/fingerprints";
import { listFrameworkFolders, readFrameworkFiles } from "@/lib/exchange/framework-files";
import { contentProblems } from "@/lib/framework/content-rules/content-problems";
import { criterionProse } from "@/lib/framework/content-rules/prose";
import { unusedOneFacts } from "@/lib/framework/content-rules/two-facts";
import type { Framework } from "@/lib/framework/schema";

const { documents, problems } = await readFrameworkFiles("frameworks");
const folders = await listFrameworkFolders("frameworks");
const called = ({ id, version }: { id: string; version: string }) => `${id} ${version}`;
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
      expect(lines).toEqual([]);
    },
  );

  test("what was published is word for word what it was: its fingerprint is kept", async () => {
    const fingerprints = await readFingerprints("frameworks");
    expect(documents.flatMap((framework) => fingerprintProblems(framework, fingerprints))).toEqual([]);
    const published = documents.filter(({ status }) => status === "published");
    expect(Object.keys(fingerprints).sort()).toEqual(
      published.map(({ id, version }) => `${id}@${version}`).sort(),
    );
  });

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
