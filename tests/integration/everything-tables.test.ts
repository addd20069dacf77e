import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { getFramework } from "@/lib/data/frameworks";
import { takeOrganisation } from "@/lib/data/organisation-export";
import { csvRows } from "@/lib/exchange/csv-rows";
import type { OrganisationContents } from "@/lib/exchange/organisation-document";
import { partCalled, type PartName, partNames } from "@/lib/exchange/organisation-parts";
import { findCapability } from "@/lib/framework/find";
import type { Framework } from "@/lib/framework/schema";
import { everythingTables } from "@/lib/report/everything-tables";
import type { Result } from "@/lib/scoring/result";
import { save } from "@/tests/support/round";
import { fullTrust } from "@/tests/support/two-organisations";

/** Parts that are in no table: what was replaced since, what a paper shows better, what is the audit record's. */
const inDocumentsAlone = new Set([
  "invitations",
  "signOffRules",
  "answerRevisions",
  "digests",
  "messageWordings",
  "plannedActionRevisions",
  "planContexts",
  "yearDates",
  "boardFrontSheets",
  "reportLogos",
  "accessLogs",
  "sharingChoices",
  "publishedResults",
  "targetTemplates",
]);

/** Columns of which only certain words can be shown. */
const keptAsTheyAre = new Set(["plannedActions.status"]);

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
    files = tablesOf(contents);
  });

  function tablesOf(taken: OrganisationContents): Map<string, string> {
    const made = everythingTables({ contents: taken, frameworkOf: () => framework });
    return new Map(made.map(({ name, text }) => [name, text]));
  }

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
      ...[
        "results.csv",
        "levels.csv",
        "given-back.csv",
        "opened-again.csv",
        "challenges.csv",
        "reviews.csv",
        "comments.csv",
      ],
      ...["views.csv", "asked-for-views.csv", "assignments.csv", "dma-scores.csv", "access-given.csv"],
      "people.csv",
    ]);
    const { assessments, answers, evidence, targets, gapViews, plannedActions, memberships } = contents.parts;
    const counts = { rounds: assessments, answers, evidence, targets, gaps: gapViews };
    const more = { "plan-actions": plannedActions, people: memberships };
    for (const [name, rows] of Object.entries({ ...counts, ...more })) {
      expect([name, rowsOf(name).length]).toEqual([name, rows.length]);
    }
  });

  test("who gave a round back, when and why, and what the trust said before stand in it", () => {
    const [back] = contents.parts.roundReturns;
    const by = contents.people.find(({ id }) => id === back?.returnedById)?.name;
    expect(rowsOf("given-back")).toMatchObject([{ "Given back": back?.returnedAt, By: by, Why: "Not yet" }]);
    const openedAgain = contents.parts.assessments.filter(({ reopenedAt }) => reopenedAt !== null);
    const earlier = openedAgain.flatMap(({ earlierReopenings }) => earlierReopenings as object[]);
    expect(rowsOf("opened-again")).toHaveLength(openedAgain.length + earlier.length);
    expect(earlier.length).toBeGreaterThan(0);
    const told = rowsOf("challenges").map((row) => row["Earlier replies"]);
    expect(told.some((text) => text?.endsWith(": written by us"))).toBe(true);
    expect(rowsOf("dma-scores")).toMatchObject([{ Pillar: "WL", Score: "2.8", Remark: "written by us" }]);
  });

  test("what was copied says where from, and whether somebody still has to confirm it", () => {
    const [piece] = contents.parts.evidence;
    const [action] = contents.parts.plannedActions;
    const copied = { copiedFrom: "Northmere NHS Trust" };
    const parts = {
      ...contents.parts,
      evidence: [{ ...piece, ...copied, toConfirm: true }],
      plannedActions: [{ ...action, ...copied }],
    };
    files = tablesOf({ ...contents, parts });
    const said = { "Copied from": "Northmere NHS Trust" };
    expect(rowsOf("evidence")).toMatchObject([{ ...said, "Still to be confirmed": "Yes" }]);
    expect(rowsOf("plan-actions")).toMatchObject([said]);
    files = tablesOf(contents);
  });

  test("no text, day, moment or person of ours is left out, but what the documents alone tell", () => {
    const marked: string[] = [];
    const people: OrganisationContents["people"] = [];
    const mark = (name: PartName, column: string, kind: string, value: unknown): unknown => {
      if (keptAsTheyAre.has(`${name}.${column}`)) return value;
      if (kind === "evidence" || kind === "assessment") return kept[kind];
      const word = `${name}.${column}`;
      if (["text", "day", "moment", "person"].includes(kind)) marked.push(word);
      if (kind === "text") return word;
      if (kind === "person") {
        const id = randomUUID();
        people.push({ id, name: word, email: null, jobTitle: null });
        return id;
      }
      const day = new Date(Date.UTC(2031, 0, marked.length)).toISOString();
      days.set(word, day.slice(0, 10));
      if (kind === "moment") return day;
      return kind === "day" ? day.slice(0, 10) : value;
    };
    const kept = {
      evidence: contents.parts.evidence[0]?.id,
      assessment: contents.parts.assessments[0]?.id,
    };
    const days = new Map<string, string>();
    const parts = Object.fromEntries(
      partNames.map((name) => {
        const [row] = contents.parts[name];
        const columns = Object.entries(partCalled(name).columns);
        const made = columns.map(([column, kind]) => [
          column,
          mark(name, column, kind.replace("?", ""), row?.[column]),
        ]);
        return [name, [Object.fromEntries(made)]];
      }),
    ) as unknown as OrganisationContents["parts"];
    const text = everythingTables({ contents: { ...contents, people, parts }, frameworkOf: () => null })
      .map((table) => table.text)
      .join("\n");
    const absent = marked.filter((word) => !text.includes(word) && !text.includes(days.get(word) ?? word));
    expect(absent.filter((word) => !inDocumentsAlone.has(word.split(".")[0] ?? ""))).toEqual([
      // Said in words of ours.
      "snapshots.kind",
      ...["snapshots.engineVersion", "snapshots.contentHash"],
      // By name as they then signed.
      "snapshots.byId",
      ...["evidenceLinks.linkedAt", "evidenceLinks.linkedById"],
    ]);
    const parted = new Set(absent.map((word) => word.split(".")[0]));
    expect([...inDocumentsAlone].filter((name) => !parted.has(name))).toEqual([]);
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
