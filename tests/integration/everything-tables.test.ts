import { beforeAll, describe, expect, test } from "vitest";
import { getFramework } from "@/lib/data/frameworks";
import { takeOrganisation } from "@/lib/data/organisation-export";
import { csvRows } from "@/lib/exchange/csv-rows";
import type { OrganisationContents } from "@/lib/exchange/organisation-document";
import { findCapability } from "@/lib/framework/find";
import type { Framework } from "@/lib/framework/schema";
import { everythingTables } from "@/lib/report/everything-tables";
import type { Result } from "@/lib/scoring/result";
import { save } from "@/tests/support/round";
import { fullTrust } from "@/tests/support/two-organisations";

describe("I take everything out for a spreadsheet", () => {
  const formula = '=HYPERLINK("http://evil.example","x")';
  let contents: OrganisationContents;
  let framework: Framework;
  let files: Map<string, string>;
  beforeAll(async () => {
    const ours = await fullTrust("written by us");
    const place = { assessmentId: ours.open, capabilityId: "c06-3", scope: "organisation" };
    const saved = await save(ours.lead, place, {
      version: 1,
      criteria: { "c06-3-l2-a": "not_known" },
      note: formula,
    });
    if (saved.kind !== "saved") throw new Error(saved.kind);
    const taken = await takeOrganisation(ours.lead, ours.trust.id, { format: "csv", file: "everything.zip" });
    if (taken.kind !== "taken") throw new Error(taken.kind);
    ({ contents } = taken);
    const [used] = contents.frameworks;
    framework = await getFramework(used?.id ?? "", used?.version ?? "");
    files = new Map(
      everythingTables({ contents, frameworkOf: () => framework }).map(({ name, text }) => [name, text]),
    );
  });

  /** The rows of a table by the words above its columns. */
  function rowsOf(name: string): Record<string, string>[] {
    const text = files.get(`${name}.csv`) ?? "";
    expect(text.startsWith("\uFEFF")).toBe(true);
    const { rows, problem } = csvRows(text.slice(1));
    expect(problem).toBeNull();
    const [header, ...rest] = rows;
    return rest.map(({ cells }) =>
      Object.fromEntries(header?.cells.map((title, at) => [title, cells[at] ?? ""]) ?? []),
    );
  }

  test("each table is there, with as many rows as we have", () => {
    expect([...files.keys()]).toEqual([
      ...["rounds.csv", "answers.csv", "criteria.csv", "evidence.csv", "targets.csv", "gaps.csv"],
      ...[
        "plan-actions.csv",
        "plan-what-they-meet.csv",
        "plan-costs.csv",
        "plan-benefits.csv",
        "plan-by-kind.csv",
      ],
      ...["results.csv", "levels.csv", "people.csv"],
    ]);
    const { assessments, answers, evidence, targets, gapViews, plannedActions, memberships } = contents.parts;
    const counts = { rounds: assessments, answers, evidence, targets, gaps: gapViews };
    const more = { "plan-actions": plannedActions, people: memberships };
    for (const [name, rows] of Object.entries({ ...counts, ...more })) {
      expect([name, rowsOf(name).length]).toEqual([name, rows.length]);
    }
  });

  test("a level is the engine's, and a signed one the one that was frozen", () => {
    // The round was signed, opened again and signed anew: each time has its rows.
    const signed = contents.parts.snapshots.filter(({ kind }) => kind === "sign_off");
    const acute = rowsOf("levels").filter(
      (row) => row["Sign-off or checkpoint"] === "Sign-off" && row["Care setting"] === "Acute",
    );
    const asked = signed.flatMap(({ results }) =>
      (results as Record<string, Result>).acute?.capabilities.map(({ id, low, high }) => [
        ...[findCapability(framework, id)?.number, String(low), String(high)],
      ]),
    );
    expect(acute.map((row) => [row.Number, row["Level, low"], row["Level, high"]])).toEqual(asked);
    const [open] = rowsOf("answers").filter((row) => row.Number === "6.3" && row.Note !== "written by us");
    expect(open).toMatchObject({ "Level, low": "1", Note: `'${formula}` });
  });

  test("each statement stands as it was asked, with what we said to it", () => {
    const said = rowsOf("criteria").filter(({ Criterion }) => Criterion === "c06-3-l2-a");
    expect(said.map(({ Answer }) => Answer)).toContain("Not known");
    expect(said.every(({ Statement }) => Statement !== "")).toBe(true);
  });
});
