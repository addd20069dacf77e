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
  /** One for each capability, as somebody would say it who has never read the questions. */
  const everyday: Readonly<Record<string, string>> = {
    "1.1": "paper notes",
    "1.2": "wifi",
    "1.3": "old servers",
    "1.4": "contract end date",
    "2.1": "clunky",
    "2.2": "password",
    "2.3": "training",
    "2.4": "vacancies",
    "3.1": "slow",
    "3.2": "helpdesk",
    "3.3": "robots",
    "3.4": "savings",
    "4.1": "strategy",
    "4.2": "CCIO",
    "4.3": "projects",
    "4.4": "budget",
    "5.1": "interfaces",
    "5.2": "shared record",
    "5.3": "discharge letter",
    "5.4": "home visits",
    "6.1": "hazard",
    "6.2": "hackers",
    "6.3": "outage",
    "6.4": "suppliers",
    "7.1": "forms",
    "7.2": "blood tests",
    "7.3": "dashboard",
    "7.4": "beds",
    "7.5": "x-ray",
    "8.1": "duplicates",
    "8.2": "lists",
    "8.3": "retention",
    "9.1": "diagnosis codes",
    "9.2": "errors",
    "9.3": "missing entries",
    "9.4": "national returns",
    "10.1": "SIRO",
    "10.2": "snooping",
    "10.3": "opt-out",
    "10.4": "research",
    "11.1": "drugs",
    "11.2": "alerts",
    "11.3": "vital signs",
    "11.4": "AI",
    "12.1": "patient portal",
    "12.2": "appointments",
    "12.3": "offline",
    "12.4": "disabled people",
    "12.5": "monitoring at home",
    "12.6": "inequalities",
  };

  test("an everyday word for each capability brings it among the first five", () => {
    expect(Object.keys(everyday)).toEqual(capabilitiesOf(framework).map(({ number }) => number));
    const missed = Object.entries(everyday).filter(
      ([number, word]) => !found(word).slice(0, 5).includes(number),
    );
    expect(missed).toEqual([]);
  });

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
