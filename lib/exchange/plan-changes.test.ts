import { describe, expect, it } from "vitest";
import type { PlannedAction } from "@/lib/plan/action";
import { planSheets } from "@/lib/report/plan-sheets";
import type { ReportSheet } from "@/lib/report/report-sheets";
import { anAction } from "@/tests/support/plan";
import { smallFramework } from "@/tests/support/small-framework";
import { planChanges, type StandingAction } from "./plan-changes";
import { readPlanWorkbook } from "./read-plan-workbook";
import type { WorkbookCell, WorkbookSheet } from "./read-workbook";

const today = "2027-01-01";
const met = { criteria: { "c01-1-l2-a": "met" as const } };
const ground = {
  framework: smallFramework(),
  careSettings: ["acute" as const],
  rows: [
    {
      capabilityId: "c01-1",
      scope: "organisation",
      version: 1,
      notApplicable: null,
      note: "",
      confidence: null,
      carriedForward: false,
      withdrawn: false,
      enteredForId: null,
      ...met,
      savedAt: new Date("2026-11-01T00:00:00Z"),
      savedById: "somebody",
    },
  ],
};

const id = "4f9c0d1e-0000-4000-8000-000000000001";
const action = anAction({
  id,
  title: "Restore tested",
  version: 3,
  risk: { text: "Suppliers need notice", likelihood: 3, impact: 5 },
  serves: [{ capabilityId: "c01-1", scope: "organisation", criteria: ["c01-1-l3-a"] }],
});

type Edit = (cells: Map<number, WorkbookCell>, heading: (name: string) => number, row: number) => void;

/** The plan as its workbook comes back, after somebody typed into its first sheet. */
function workbook(actions: readonly PlannedAction[], edit: Edit = () => undefined): WorkbookSheet[] {
  return planSheets(actions).map((sheet, index) => {
    const headings = sheet.columns.map(({ header }) => header);
    const rows = sheet.rows.map((row, at) => {
      const cells = cellsOf(row);
      if (index === 0) edit(cells, (name) => headings.indexOf(name) + 1, at);
      return { number: at + 2, cells };
    });
    return { name: sheet.name, rows: [{ number: 1, cells: cellsOf(headings) }, ...rows] };
  });
}

function cellsOf(row: ReportSheet["rows"][number]): Map<number, WorkbookCell> {
  return new Map(
    row.flatMap((cell, index): [number, WorkbookCell][] => {
      if (cell === null || cell === "") return [];
      if (cell instanceof Date) return [[index + 1, { kind: "date", value: cell }]];
      if (typeof cell === "number") return [[index + 1, { kind: "number", value: cell }]];
      return [[index + 1, { kind: "text", text: cell }]];
    }),
  );
}

const type =
  (name: string, text: string): Edit =>
  (cells, heading) =>
    cells.set(heading(name), { kind: "text", text });
const both =
  (...edits: Edit[]): Edit =>
  (...typed) =>
    edits.forEach((edit) => edit(...typed));

function changesOf(
  sheets: readonly WorkbookSheet[],
  standing: readonly StandingAction[] = [{ action, base: action }],
) {
  const read = readPlanWorkbook(sheets);
  if (!read.ok) throw new Error(read.reason);
  return planChanges(read.filled, standing, ground, today);
}

describe("I change our plan in Excel and bring it back", () => {
  it("untouched it changes nothing", () => {
    expect(changesOf(workbook([action]))).toEqual({ changes: [], problems: [] });
  });

  it("what I typed is what changes, and the rest of the action stays", () => {
    const typed = both(
      type("Action", " Restore tested twice "),
      type("Due", "30/06/2028"),
      type("Phase", "2"),
    );
    const { changes, problems } = changesOf(workbook([action], typed));
    expect(problems).toEqual([]);
    expect(changes).toMatchObject([{ id, kind: "change", version: 3 }]);
    expect(changes[0]?.fields.map(({ field, from, to, at }) => [field, from, to, at])).toEqual([
      ["title", "Restore tested", "Restore tested twice", "Actions, B2"],
      ["phase", "1", "2", "Actions, D2"],
      ["dueOn", "2028-03-31", "2028-06-30", "Actions, H2"],
    ]);
    const { id: _id, version: _version, ...content } = action;
    expect(changes[0]?.content).toMatchObject({
      ...content,
      title: "Restore tested twice",
      phase: 2,
      dueOn: "2028-06-30",
    });
  });

  it("a colleague changed the same part meanwhile: both are shown; another part of theirs stays", () => {
    const theirs = { ...action, version: 4, title: "Restore rehearsed", description: "Each quarter" };
    const typed = both(type("Action", "Restore proven"), type("Due", "2028-06-30"));
    const { changes } = changesOf(workbook([action], typed), [{ action: theirs, base: action }]);
    expect(changes).toMatchObject([{ kind: "conflict", version: 4 }]);
    expect(changes[0]?.fields).toMatchObject([
      { field: "title", from: "Restore rehearsed", to: "Restore proven", conflict: true },
      { field: "dueOn", conflict: false },
    ]);
    expect(changes[0]?.content.description).toBe("Each quarter");
  });

  it("what I emptied is told apart, so that nothing goes by accident", () => {
    const emptied: Edit = (cells, heading) =>
      ["Risk", "Likelihood", "Impact"].forEach((name) => cells.delete(heading(name)));
    expect(changesOf(workbook([action], emptied)).changes).toMatchObject([
      { kind: "clear", content: { risk: null } },
    ]);
  });

  it("a row without an id is a new action, with what it will meet; one that is there already is not chosen", () => {
    const added = anAction({ title: "Train the night staff", serves: action.serves });
    const asNew: Edit = (cells, heading) => cells.delete(heading("Action id"));
    const sheets = workbook([added], asNew);
    sheets[1]?.rows.forEach(
      ({ number, cells }) => number > 1 && (cells as Map<number, WorkbookCell>).delete(1),
    );
    const { changes, problems } = changesOf(sheets);
    expect(problems).toEqual([]);
    expect(changes).toMatchObject([
      { kind: "new", version: null, content: { title: "Train the night staff", serves: action.serves } },
    ]);
    const { changes: again } = changesOf(sheets, [{ action: added, base: added }]);
    expect(again).toMatchObject([{ kind: "again" }]);
  });
});

describe("Something is wrong in the workbook", () => {
  const past = both(type("Starts", "2026-12-01"), type("Due", "2026-12-31"));
  const wrong: [string, Edit, string, string][] = [
    ["a date that is none", type("Due", "31/02/2028"), "Actions, H2", "is no date"],
    ["a day that has passed", past, "Actions, H2", "today or in the future"],
    ["due before it starts", type("Due", "2027-01-03"), "Actions, H2", "before it starts"],
    ["no title", type("Action", " "), "Actions, B2", "Enter what will be done"],
    ["a likelihood of nine", type("Likelihood", "9"), "Actions, L2", "from 1 to 5"],
    ["a status nobody knows", type("Status", "Paused"), "Actions, E2", "is none of Draft, Not started"],
    ["finished in a cell", type("Status", "Finished"), "Actions, E2", "on its own page"],
    ["a finishing day in a cell", type("Finished", "2026-12-01"), "Actions, I2", "on its own page"],
    ["an id of another plan", type("Action id", "none-of-ours"), "Actions, row 2", "none of an action"],
  ];
  it.each(wrong)("%s is told of by its cell and changes nothing", (_name, edit, at, message) => {
    const { changes, problems } = changesOf(workbook([action], edit));
    expect(problems).toContainEqual({ at, message: expect.stringContaining(message) as string });
    expect(changes).toEqual([]);
  });

  it("a formula counts as nothing, and an action on two rows on neither", () => {
    const formula: Edit = (cells, heading) => cells.set(heading("Action"), { kind: "formula" });
    expect(changesOf(workbook([action], formula)).problems).toMatchObject([{ at: "Actions, B2" }]);
    const twice = workbook([action, action], type("Action", "Another"));
    const { changes, problems } = changesOf(twice);
    expect([changes, problems.map(({ at }) => at)]).toEqual([
      [],
      expect.arrayContaining(["Actions, row 2", "Actions, row 3"]),
    ]);
  });

  it("a statement that is met already, or that nobody asks, cannot be planned", () => {
    const planned = (criterion: string) => {
      const sheets = workbook([action]);
      const cells = sheets[1]?.rows[1]?.cells as Map<number, WorkbookCell>;
      cells.set(5, { kind: "text", text: criterion });
      return changesOf(sheets).problems;
    };
    expect(planned("c01-1-l2-a")).toMatchObject([
      { at: "What they meet, E2", message: expect.stringContaining("met already") },
    ]);
    expect(planned("c01-1-l9-z")).toMatchObject([{ message: expect.stringContaining("no statement") }]);
  });

  it("a finished action stays as it is, and a workbook of something else is none of ours", () => {
    const done = { ...action, status: "finished" as const, finishedOn: "2026-12-01" };
    const { changes, problems } = changesOf(workbook([done], type("Action", "Other")), [
      { action: done, base: done },
    ]);
    expect([changes, problems[0]?.message]).toEqual([[], expect.stringContaining("Take it up again")]);
    expect(readPlanWorkbook([{ name: "Sheet1", rows: [] }])).toEqual({ ok: false, reason: "no_actions" });
  });
});
