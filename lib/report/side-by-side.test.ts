import { describe, expect, it } from "vitest";
import { score } from "@/lib/scoring/score";
import { aCapability, aDimension, aFramework, answersAt } from "@/tests/support/framework";
import { type BesideResult, besideOthers, sideBySideSheets } from "./side-by-side";

const framework = aFramework([
  aDimension("A", [
    aCapability("a1", { name: "Secret recovery", gateFor: ["acute"], sensitive: true }),
    aCapability("a2"),
  ]),
  aDimension("B", [aCapability("b1")]),
]);

function result(name: string, levels: Parameters<typeof answersAt>[1], round = "2026/27"): BesideResult {
  return {
    name,
    round,
    framework,
    setting: "acute",
    result: score(framework, "acute", answersAt(framework, levels)),
  };
}

const results = [
  result("Ashdown Valley", { a1: 2, a2: 3, b1: 4 }),
  result("Client 1, not named", { a1: 1, a2: 2, b1: 2 }, "2025/26"),
];
const sheets = new Map(
  sideBySideSheets(results, new Date("2026-11-23T09:00:00Z")).map((sheet) => [sheet.name, sheet]),
);

describe("A consultant compares clients in Excel", () => {
  it("has a column for each result, with the engine's figures of every dimension", () => {
    const { columns = [], rows = [] } = sheets.get("Dimensions") ?? {};
    expect(columns.map(({ header }) => header)).toEqual([
      "Dimension",
      "Ashdown Valley, acute, 2026/27",
      "Client 1, not named, acute, 2025/26",
    ]);
    expect(rows.map(([, ...figures]) => figures)).toEqual([
      [2.5, 1.5],
      [4, 2],
    ]);
    const overall = sheets.get("Headlines")?.rows.map((row) => row[5]);
    expect(overall).toEqual(results.map((one) => one.result.overall?.low));
  });

  it("names no capability and no level: safeguards are a count, and the only one is in none", () => {
    const everything = JSON.stringify([...sheets.values()]);
    expect(everything).not.toMatch(/Secret recovery|Capability a2/);
    expect(sheets.get("Headlines")?.rows.map((row) => row.slice(-2))).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it("leaves out who did not agree, and gives who is not to be named a number", () => {
    const grant = (id: string, beside: "no" | "named" | "unnamed") => ({
      grant: { id, beside, organisationName: `Trust ${id}` },
    });
    const clients = [grant("3", "unnamed"), grant("1", "no"), grant("2", "unnamed"), grant("4", "named")];
    expect(besideOthers(clients).map(({ client, name }) => [client.grant.id, name])).toEqual([
      ["4", "Trust 4"],
      ["2", "Client 1, not named"],
      ["3", "Client 2, not named"],
    ]);
  });
});
