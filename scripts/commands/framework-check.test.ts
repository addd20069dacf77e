import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { frameworkCheckCommand } from "@/scripts/commands/framework-check";
import { frameworkReviewCommand } from "@/scripts/commands/framework-review";

// The rapid check is the shortest framework there is, and keeps every rule: each test spoils a copy of it.
const whole = await readFile("frameworks/rapid-check/2026.1/framework.yaml", "utf8");
const draft = whole.replace(/^status: .*$/m, "status: draft").replace(/^published: .*$/m, "published: null");
const published = draft
  .replace("status: draft", "status: published")
  .replace("published: null", 'published: "2026-12-01"');
const later = (text: string, crosswalk = "[]") =>
  text
    .replace('version: "2026.1"', 'version: "2027.1"')
    .replace(/^follows: null$/m, `follows: { version: "2026.1", crosswalk: ${crosswalk} }`);
const lineOf = (text: string, words: string) =>
  text.split("\n").findIndex((line) => line.includes(words)) + 1;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "check-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function keep(name: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), content);
}

async function problems(): Promise<string[]> {
  const place = { frameworks: folder, folder, readStandardInput: () => Promise.resolve("") };
  const outcome = await frameworkCheckCommand([], place);
  return outcome.exitCode === 0 ? [] : outcome.errors;
}

describe("I check what I wrote", () => {
  test("a new version uses an old id for something else: I am told where, and to give it a new id", async () => {
    await keep("rapid-check/2026.1/framework.yaml", draft);
    const [, first = ""] = /text: (.+)/.exec(draft) ?? [];
    const spoilt = later(draft).replace(first, "Pigeons carry messages between buildings of the hospital.");
    await keep("rapid-check/2027.1/framework.yaml", spoilt);
    const line = lineOf(spoilt, "Pigeons");
    expect(await problems()).toEqual([
      expect.stringMatching(
        new RegExp(`^frameworks/rapid-check/2027.1/framework.yaml:${line}: .* give it a new id$`),
      ),
    ]);
  });

  test("a crosswalk starts from a capability that never was: I am told the line", async () => {
    await keep("rapid-check/2026.1/framework.yaml", draft);
    const spoilt = later(draft, "[{ from: [c99-1], to: [c01-1] }]");
    await keep("rapid-check/2027.1/framework.yaml", spoilt);
    expect(await problems()).toEqual([
      expect.stringMatching(
        `^frameworks/rapid-check/2027.1/framework.yaml:${lineOf(spoilt, "c99-1")}: .*c99-1 is not a capability of 2026.1$`,
      ),
    ]);
  });

  test("the version before was taken away: nothing can be compared with it any more", async () => {
    await keep("rapid-check/2027.1/framework.yaml", later(draft));
    expect(await problems()).toEqual([expect.stringMatching(/2026\.1 cannot be read beside this version/)]);
  });
});

describe("I publish a version", () => {
  const fingerprint = async () => {
    const [line = ""] = await problems();
    const [, hash = ""] = /"([0-9a-f]{64})"/.exec(line) ?? [];
    return JSON.stringify({ "rapid-check@2026.1": hash });
  };

  test("and am given its fingerprint to keep; with that, all is well", async () => {
    await keep("rapid-check/2026.1/framework.yaml", published);
    expect(await problems()).toEqual([expect.stringMatching(/keep its fingerprint, the line "rapid-check@/)]);
    await keep("fingerprints.json", await fingerprint());
    expect(await problems()).toEqual([]);
  });

  test("and change a word afterwards, take it back to a draft, or delete it: each is refused", async () => {
    await keep("rapid-check/2026.1/framework.yaml", published);
    await keep("fingerprints.json", await fingerprint());

    await keep("rapid-check/2026.1/framework.yaml", published.replace(/^title: .*$/m, "title: Another"));
    expect(await problems()).toEqual([expect.stringMatching(/is published and was changed since/)]);

    await keep("rapid-check/2026.1/framework.yaml", draft);
    expect(await problems()).toEqual([expect.stringMatching(/it cannot be a draft again/)]);

    await rm(join(folder, "rapid-check"), { recursive: true });
    expect(await problems()).toEqual([
      expect.stringMatching(/rapid-check@2026\.1 was published and is not here/),
    ]);
  });
});

test("I review the content: 60 criteria at random, the same for everyone, and what answering costs", async () => {
  const place = { frameworks: "frameworks", folder, readStandardInput: () => Promise.resolve("") };
  const review = async (...args: string[]) => {
    const outcome = await frameworkReviewCommand(args, place);
    return outcome.exitCode === 0 ? outcome.output : outcome.errors.join();
  };
  const criteria = (text: string) => text.match(/^c\d\d-\d+-l[2-5]-[a-z]: /gm) ?? [];
  const first = await review("nhs-trust@2026.1");
  expect(criteria(first)).toHaveLength(60);
  expect(await review("nhs-trust@2026.1")).toBe(first);
  expect(criteria(await review("nhs-trust@2026.1", "another seed"))).not.toEqual(criteria(first));
  expect(first).toMatch(
    /^Acute: \d+ criteria, \d+ judged, \d+ figures to look up, 3\d\.\d hours to answer$/m,
  );
  expect(await review("nowhere@1")).toMatch(/^usage: /);
});
