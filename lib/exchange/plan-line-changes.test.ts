import { describe, expect, it } from "vitest";
import type { PlannedAction } from "@/lib/plan/action";
import { planFieldInWords } from "@/lib/report/plan-change-words";
import { planSheets } from "@/lib/report/plan-sheets";
import { aBenefit, aCost, anAction } from "@/tests/support/plan";
import { planChanges, type StandingAction } from "./plan-changes";
import { readPlanWorkbook } from "./read-plan-workbook";
import type { WorkbookCell, WorkbookSheet } from "./read-workbook";

const id = "4f9c0d1e-0000-4000-8000-000000000001";
const hours = aBenefit({
  id: "log-in",
  kind: "non_cash_releasing",
  description: "Less waiting",
  measure: {
    unit: "hours",
    hours: 900,
    use: { text: "Fewer bank shifts", financeOwner: "Finance", kind: "cash_releasing", pounds: 12_000 },
  },
});
const cash = aBenefit({ id: "paper", description: "=No drug charts" });
const cost = aCost({ id: "servers", funding: { source: "Capital programme", type: "capital" } });
const action = anAction({ id, title: "Restore tested", costs: [cost], benefits: [hours, cash] });
const other = anAction({ title: "Paper ends", benefits: [aBenefit({ description: "Storage" })] });

type Cells = Map<number, WorkbookCell>;
type Edit = {
  sheet: "Actions" | "Costs" | "Benefits";
  row: number;
  heading: string;
  value: string | number | null;
};

/** The plan as its workbook comes back, after somebody typed into it; rows as they stand in the sheet, from 2. */
function workbook(
  edits: readonly Edit[],
  actions: readonly PlannedAction[] = [action, other],
): WorkbookSheet[] {
  return planSheets(actions).map(({ name, columns, rows }) => {
    const headings = columns.map(({ header }) => header);
    const table = rows.map((row, at) => ({ number: at + 2, cells: cellsOf(row) }));
    for (const { row, heading, value } of edits.filter(({ sheet }) => sheet === name)) {
      const column = headings.indexOf(heading) + 1;
      expect(column).toBeGreaterThan(0);
      const cells = table.find(({ number }) => number === row)?.cells ?? new Map<number, WorkbookCell>();
      if (!table.some(({ number }) => number === row)) table.push({ number: row, cells });
      if (value === null) cells.delete(column);
      else cells.set(column, cellOf(value));
    }
    return { name, rows: [{ number: 1, cells: cellsOf(headings) }, ...table] };
  });
}

function cellsOf(row: readonly (string | number | Date | null)[]): Cells {
  return new Map(
    row.flatMap((cell, index): [number, WorkbookCell][] => {
      if (cell === null || cell === "") return [];
      return [[index + 1, cell instanceof Date ? { kind: "date", value: cell } : cellOf(cell)]];
    }),
  );
}

function cellOf(value: string | number): WorkbookCell {
  return typeof value === "number" ? { kind: "number", value } : { kind: "text", text: value };
}

const standing = (...actions: PlannedAction[]): StandingAction[] =>
  actions.map((one) => ({ action: one, base: one }));

function changesOf(edits: readonly Edit[], stands = standing(action, other), actions?: PlannedAction[]) {
  const read = readPlanWorkbook(workbook(edits, actions));
  if (!read.ok) throw new Error(read.reason);
  return planChanges(read.filled, stands, null, "2027-01-01");
}

const typed = (sheet: Edit["sheet"], row: number, heading: string, value: Edit["value"]): Edit => ({
  sheet,
  row,
  heading,
  value,
});

describe("finance changes our costs and benefits in Excel", () => {
  it("untouched they change nothing", () => {
    expect(changesOf([])).toEqual({ changes: [], problems: [] });
  });

  it("what was typed is what changes, told with its cell, and the rest of the line stays", () => {
    const { changes, problems } = changesOf([
      typed("Costs", 2, "Pounds, or pounds a year", "£12,500"),
      typed("Costs", 2, "Agreed by finance", "Deputy chief finance officer"),
    ]);
    expect(problems).toEqual([]);
    expect(changes).toMatchObject([
      {
        kind: "change",
        content: { costs: [{ ...cost, pounds: 12_500, agreedBy: "Deputy chief finance officer" }] },
      },
    ]);
    expect(changes[0]?.fields.map((field) => planFieldInWords(field, false))).toEqual([
      "Cost: now Servers, Pounds, or pounds a year: 10000; Agreed by finance: nothing, in the workbook Pounds, or pounds a year: 12500; Agreed by finance: Deputy chief finance officer (Costs, row 2)",
    ]);
  });

  it("a new row without an id is one more, the same each time it is looked at", () => {
    const row: Record<string, Edit["value"]> = {
      "Action id": id,
      Benefit: "Shorter rounds",
      Kind: "quality and safety",
      "In words": "Ten minutes a round",
      "From year": "2028",
      Years: 2,
      "What it rests on": "Time study",
    };
    const edits = Object.entries(row).map(([heading, value]) => typed("Benefits", 9, heading, value));
    const { changes, problems } = changesOf(edits);
    expect(problems).toEqual([]);
    expect(changes[0]?.content.benefits.slice(0, 2)).toEqual([hours, cash]);
    expect(changes[0]?.content.benefits[2]).toMatchObject({
      kind: "quality_and_safety",
      measure: { unit: "other", text: "Ten minutes a round" },
      fromYear: 2028,
      years: 2,
      countedIn: null,
      assumption: "Time study",
    });
    expect(changesOf(edits)).toEqual({ changes, problems });
  });

  it("a new action brings its lines along, and is a draft", () => {
    const fresh = anAction({ title: "Fresh", costs: [aCost({ pounds: 7 })] });
    const [inActions, inCosts] = [
      typed("Actions", 4, "Action id", null),
      [typed("Costs", 3, "Cost id", null), typed("Costs", 3, "Action id", null)],
    ];
    const { changes, problems } = changesOf(
      [inActions, typed("Actions", 4, "Status", null), ...inCosts],
      standing(action, other),
      [action, other, fresh],
    );
    expect(problems).toEqual([]);
    expect(changes).toMatchObject([
      { kind: "new", content: { title: "Fresh", status: "draft", costs: [{ pounds: 7 }] } },
    ]);
  });

  it("a benefit can be counted under another action that has one of its kind", () => {
    const { changes } = changesOf([typed("Benefits", 3, "Counted under", "Paper ends")]);
    expect(changes[0]?.content.benefits[1]).toEqual({ ...cash, countedIn: other.id });
  });

  it("what a colleague changed meanwhile is a conflict, and what only they changed stays as they left it", () => {
    const now = { ...action, version: 2, costs: [{ ...cost, pounds: 9, assumption: "A new quote" }] };
    const stands = [{ action: now, base: action }, ...standing(other)];
    const both = changesOf([typed("Costs", 2, "Pounds, or pounds a year", 8)], stands).changes;
    expect(both).toMatchObject([{ kind: "conflict", fields: [{ field: "costs", conflict: true }] }]);
    expect(both[0]?.content.costs).toEqual([{ ...cost, pounds: 8, assumption: "A new quote" }]);
    expect(changesOf([], stands).changes).toEqual([]);
  });
});

describe("something is wrong with a cost or a benefit", () => {
  const wrong: [string, Edit, string, string][] = [
    [
      "negative money",
      typed("Costs", 2, "Pounds, or pounds a year", -5),
      "Costs, F2",
      "never less than nothing",
    ],
    ["pence", typed("Costs", 2, "Pounds, or pounds a year", 10.5), "Costs, F2", "whole pounds"],
    ["a kind nobody knows", typed("Costs", 2, "Kind", "Rent"), "Costs, E2", "is none of One-off capital"],
    ["a year too early", typed("Costs", 2, "From year", "2010/11"), "Costs, G2", "2020/21 to 2099/00"],
    ["years of a one-off cost", typed("Costs", 2, "Years", 3), "Costs, H2", "Only a recurring cost"],
    ["nobody pays in capital", typed("Costs", 2, "Who pays", null), "Costs, L2", "Enter who pays"],
    ["no basis", typed("Costs", 2, "What it rests on", null), "Costs, N2", "what the figure rests on"],
    [
      "cash in hours",
      typed("Benefits", 2, "Kind", "Cash-releasing"),
      "Benefits, row 2",
      "Cash is measured in pounds",
    ],
    ["two measures", typed("Benefits", 2, "Pounds a year", 5), "Benefits, row 2", "Fill in one of"],
    [
      "counted under itself",
      typed("Benefits", 3, "Counted under", "Restore tested"),
      "Benefits, O3",
      "Name an action",
    ],
    ["an id of no line", typed("Costs", 2, "Cost id", "nobody"), "Costs, row 2", "not in the plan"],
    [
      "an action that is not there",
      typed("Costs", 2, "Action id", "nobody"),
      "Costs, row 2",
      "not on the first",
    ],
  ];
  it.each(wrong)("%s is told of by its cell and changes nothing", (_name, edit, at, message) => {
    const { changes, problems } = changesOf([edit]);
    expect(problems).toContainEqual({ at, message: expect.stringContaining(message) as string });
    expect(changes).toEqual([]);
  });

  it("a line is not taken away by emptying its row, nor by its row being gone", () => {
    const emptied = ["Cost", "Kind", "Pounds, or pounds a year", "From year", "Years", "Who pays"]
      .concat("Sort of money", "What it rests on", "Agreed by finance")
      .map((heading) => typed("Costs", 2, heading, null));
    const { changes, problems } = changesOf(emptied);
    expect([changes, problems[0]?.message]).toEqual([[], expect.stringContaining("taken away on the page")]);
    expect(changesOf([], standing(action, other), [{ ...action, costs: [] }, other])).toEqual({
      changes: [],
      problems: [],
    });
  });
});
