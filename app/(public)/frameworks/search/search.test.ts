import { beforeAll, describe, expect, test } from "vitest";
import { readFrameworkVersion } from "@/lib/exchange/framework-files";
import { capabilitiesOf } from "@/lib/framework/find";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { nameIn } from "@/lib/framework/wording";
import { searchFramework } from "./search";

let framework: Framework;

beforeAll(async () => {
  const { documents, problems } = await readFrameworkVersion("frameworks", "nhs-trust", "2026.1");
  const [found] = documents;
  if (!found) throw new Error(JSON.stringify(problems));
  framework = found;
});

const found = (query: string, setting: Parameters<typeof searchFramework>[1] = null) =>
  searchFramework(framework, setting, query).hits.map(({ capability }) => capability.number);

test("any capability is found in one step: by its name in any setting's words, its number and its id", () => {
  for (const capability of capabilitiesOf(framework)) {
    expect(found(capability.name)[0]).toBe(capability.number);
    for (const setting of Object.keys(capability.wording) as CareSetting[]) {
      expect(found(nameIn(capability, setting))[0]).toBe(capability.number);
      expect(found(nameIn(capability, setting), setting)[0]).toBe(capability.number);
    }
    expect(found(capability.number)).toEqual([capability.number]);
    expect(found(capability.id)).toEqual([capability.number]);
  }
});

describe("the words people use", () => {
  test.each([
    ["EPR", "1.1"],
    ["wifi", "1.2"],
    ["AI", "11.4"],
    ["login", "2.2"],
    ["DSPT", "6.2"],
    ["backups", "6.3"],
    ["restoring from a backup", "6.3"],
    ["dispatch", "7.4"],
    ["VIRTUAL WARD", "5.4"],
    ["virtual-ward", "5.4"],
    ["c06-3-l3-a", "6.3"],
  ])("%s finds %s first", (query, number) => {
    expect(found(query)[0]).toBe(number);
  });

  test("a short word is a whole word: AI does not find every aim and air", () => {
    expect(found("ai")).toEqual(["11.4"]);
  });

  test("accents, quotation marks and signs of other languages are only looked for, never run", () => {
    expect(found("vírtual wàrd")[0]).toBe("5.4");
    for (const query of ["%", "_", "\\", "(", "[a-z]+", "'; drop table", "constructor", "\0", "\ud800", ""]) {
      expect(() => found(query)).not.toThrow();
    }
    expect(found("__proto__")).toEqual([]);
  });

  test("of a very long search the start is looked at", () => {
    expect(found("cyber ".repeat(20_000))).toEqual(found("cyber"));
    expect(found("a".repeat(100_000))).toEqual([]);
  });
});

test("in one care setting, what does not apply there is not found, and its own words are", () => {
  expect(found("orders and results", "ambulance")).not.toContain("7.2");
  const [hit] = searchFramework(framework, "ambulance", "dispatch").hits;
  expect(hit?.passage?.pieces.filter((piece) => piece.found).map(({ text }) => text)).toContain("dispatch");
  expect(
    searchFramework(framework, "acute", "crews").hits.map(({ capability }) => capability.number),
  ).not.toContain("1.1");
});

test("where no capability has every word, those with some are offered and said to be partial", () => {
  const result = searchFramework(framework, null, "cyber zebra");
  expect(result.partial).toBe(true);
  expect(result.hits[0]?.capability.number).toBe("6.2");
  expect(searchFramework(framework, null, "zebra")).toEqual({ partial: true, hits: [] });
});

test("what was found is marked, and the pieces are the text again", () => {
  const [hit] = searchFramework(framework, null, "cyber").hits;
  expect(hit?.name).toEqual([
    { text: "Cyber", found: true },
    { text: " security", found: false },
  ]);
});
