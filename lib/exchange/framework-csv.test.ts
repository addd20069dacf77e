import { describe, expect, test } from "vitest";
import { frameworkCsv } from "@/lib/exchange/framework-csv";
import { aCapability, aCriterion, aDimension, aFramework, levelsOf } from "@/tests/support/framework";

/** One column by its heading. The frameworks here hold no line break, so a line is a row. */
function columnOf(csv: string, header: string): string[] {
  const rows = csv
    .slice(1)
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"|"$/g, "")));
  const at = rows[0]?.indexOf(header) ?? -1;
  if (at < 0) throw new Error(`There is no column ${header} among ${rows[0]?.join(" | ")}`);
  return rows.slice(1).map((row) => row[at] ?? "");
}

const framework = aFramework([
  aDimension("A", [
    aCapability("a1", {
      levels: levelsOf({
        2: [
          aCriterion("a1-l2-a", {
            text: "=1+1 wards, at least",
            wording: { ambulance: "At least one station." },
          }),
          aCriterion("a1-l2-b", { appliesTo: ["acute"] }),
        ],
        3: [aCriterion("a1-l3-a")],
        4: [aCriterion("a1-l4-a")],
        5: [aCriterion("a1-l5-a")],
      }),
    }),
    aCapability("a2", { appliesTo: ["acute", "specialist"] }),
  ]),
]);

describe("an analyst takes the questions away as CSV", () => {
  test("one line for each criterion, in file order, with each setting's own words beside the common ones", () => {
    const csv = frameworkCsv(framework, null);
    expect(columnOf(csv, "Criterion id").slice(0, 4)).toEqual(["a1-l2-a", "a1-l2-b", "a1-l3-a", "a1-l4-a"]);
    expect(columnOf(csv, "Criterion id")).toHaveLength(9);
    expect(columnOf(csv, "In ambulance")[0]).toBe("At least one station.");
    expect(columnOf(csv, "Applies in")).toContain("acute; specialist");
    expect(columnOf(csv, "Level").slice(0, 3)).toEqual(["2", "2", "3"]);
  });

  test("of one care setting: only what applies there, in its words", () => {
    const csv = frameworkCsv(framework, "ambulance");
    expect(columnOf(csv, "Criterion id")).toEqual(["a1-l2-a", "a1-l3-a", "a1-l4-a", "a1-l5-a"]);
    expect(columnOf(csv, "Criterion")[0]).toBe("At least one station.");
  });

  test("text that looks like a formula is not one", () => {
    expect(columnOf(frameworkCsv(framework, "acute"), "Criterion")[0]).toBe("'=1+1 wards, at least");
  });
});

test("a level that has a sentence and no criterion, as in the rapid check, keeps its line", () => {
  const oneSentence = aFramework([
    aDimension("A", [
      aCapability("a1", {
        levels: levelsOf({}).map((level) => ({
          ...level,
          hint: level.level === 1 ? "Nobody measures how much." : null,
          criteria: level.level === 1 ? [] : [aCriterion(`a1-l${level.level}-a`)],
        })),
      }),
    ]),
  ]);
  const csv = frameworkCsv(oneSentence, null);
  expect(columnOf(csv, "Level")).toEqual(["1", "2", "3", "4", "5"]);
  expect(columnOf(csv, "How to reach this level")[0]).toBe("Nobody measures how much.");
});
