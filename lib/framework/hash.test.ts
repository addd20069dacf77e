import { expect, test } from "vitest";
import { contentHash } from "@/lib/framework/hash";
import { parseFramework } from "@/lib/framework/parse";
import type { Framework } from "@/lib/framework/schema";
import { workedExample } from "@/tests/support/framework";

/** The same document with the keys of every object in the opposite order. */
function laidOutOtherwise(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(laidOutOtherwise);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, entry]) => [key, laidOutOtherwise(entry)]),
  );
}

function parsed(document: unknown): Framework {
  const read = parseFramework(document);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.framework;
}

test("a published version is recognised however its file is laid out, and every change of a word is seen", () => {
  const framework = workedExample();
  expect(contentHash(framework)).toMatch(/^[0-9a-f]{64}$/);
  expect(contentHash(parsed(laidOutOtherwise(framework)))).toBe(contentHash(framework));
  expect(contentHash({ ...framework, title: `${framework.title}.` })).not.toBe(contentHash(framework));
});

test("the order of capabilities is content: another order is another version", () => {
  const framework = workedExample();
  const turned = { ...framework, dimensions: framework.dimensions.toReversed() };
  expect(contentHash(turned)).not.toBe(contentHash(framework));
});

test("a later schema adds a key that old versions leave empty: what was published is still recognised", () => {
  const framework = workedExample();
  const later = { ...framework, glossary: [], reviewedBy: null, links: {} };
  expect(contentHash(later)).toBe(contentHash(framework));
  expect(contentHash({ ...framework, glossary: ["EPR"] })).not.toBe(contentHash(framework));
});
