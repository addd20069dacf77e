import { isRole, roleNames } from "@/lib/access/role";
import type { Row } from "@/lib/exchange/organisation-part";
import { actionContentSchema, type PlannedAction } from "@/lib/plan/action";
import { answerTable, criterionTable } from "./answer-tables";
import { csvOf } from "./csv";
import { planSheets } from "./plan-sheets";
import { snapshotTables } from "./snapshot-tables";
import { cellOf, type EverythingTable, namesIn, roundsIn, type TableGround } from "./table-ground";

// Everything of an organisation as tables, for whoever works with a spreadsheet: what stands now and what was signed, in
// plain words. Every version and the rest are in the documents (lib/exchange/organisation-document).

/** The tables as CSV files, each text safe for a spreadsheet. */
export function everythingTables(ground: TableGround): { name: string; text: string }[] {
  const tables = [
    roundTable(ground),
    answerTable(ground),
    criterionTable(ground),
    evidenceTable(ground),
    targetTable(ground),
    gapTable(ground),
    ...planTables(ground),
    ...snapshotTables(ground),
    peopleTable(ground),
  ];
  return tables.map(({ name, columns, rows }) => ({ name: `${name}.csv`, text: csvOf(columns, rows) }));
}

type Column = readonly [header: string, cell: (row: Row) => unknown];

function table(name: string, rows: readonly Row[], columns: readonly Column[]): EverythingTable {
  return {
    name,
    columns: columns.map(([header]) => header),
    rows: rows.map((row) => columns.map(([, cell]) => cellOf(cell(row)))),
  };
}

function roundTable({ contents }: TableGround): EverythingTable {
  const name = namesIn(contents);
  const givenBack = (id: unknown) =>
    contents.parts.roundReturns.filter((row) => row.assessmentId === id).map(({ reason }) => reason);
  return table("rounds", contents.parts.assessments, [
    ["Round", (row) => row.round],
    ["Framework", (row) => row.frameworkId],
    ["Version", (row) => row.frameworkVersion],
    ["Care settings", (row) => row.careSettings],
    ["State", (row) => String(row.state).replaceAll("_", " ")],
    ["Started", (row) => row.startedAt],
    ["Started by", (row) => name(row.startedById)],
    ["Sent for review", (row) => row.sentAt],
    ["Why it was given back", (row) => givenBack(row.id)],
    ["Signed off", (row) => row.signedOffAt],
    ["Opened again", (row) => row.reopenedAt],
    [
      "Why it was opened again",
      ({ reopenReason, earlierReopenings }) => [reopenReason, ...reasonsIn(earlierReopenings)],
    ],
  ]);
}

/** Why a round was opened again before the last time, the latest first. */
function reasonsIn(earlierReopenings: unknown): string[] {
  return (earlierReopenings as { reason: string }[]).map(({ reason }) => reason).toReversed();
}

function evidenceTable({ contents }: TableGround): EverythingTable {
  const links = contents.parts.evidenceLinks;
  const speaks = (id: unknown, counter: boolean) =>
    links
      .filter((link) => link.evidenceId === id && link.counter === counter)
      .map(({ capabilityId, scope }) => `${String(capabilityId)} (${String(scope)})`);
  return table("evidence", contents.parts.evidence, [
    ["Title", (row) => row.title],
    ["Link", (row) => row.url],
    ["Reference", (row) => row.reference],
    ["Who looks after it", (row) => row.owner],
    ["Effective from", (row) => row.effectiveOn],
    ["Review by", (row) => row.reviewOn],
    ["Grade", (row) => row.grade],
    ["Verified by", (row) => row.verifiedBy],
    ["Speaks for", (row) => speaks(row.id, false)],
    ["Speaks against", (row) => speaks(row.id, true)],
    ["Removed", (row) => row.removedAt],
  ]);
}

function targetTable(ground: TableGround): EverythingTable {
  const [round, name] = [roundsIn(ground), namesIn(ground.contents)];
  return table("targets", ground.contents.parts.targets, [
    ["Round", (row) => round(row.assessmentId).name],
    ["Capability or dimension", (row) => row.capabilityId],
    ["Where", (row) => row.scope],
    ["Level wanted", (row) => row.level],
    ["By", (row) => row.by],
    ["Why", (row) => row.reason],
    ["Who answers for it", (row) => row.owner],
    ["Set by", (row) => name(row.setById)],
    ["Set", (row) => row.setAt],
    ["Approved by", (row) => name(row.approvedById)],
    ["Approved", (row) => row.approvedAt],
    ["Taken back", (row) => row.removedAt],
  ]);
}

function gapTable(ground: TableGround): EverythingTable {
  const round = roundsIn(ground);
  return table("gaps", ground.contents.parts.gapViews, [
    ["Round", (row) => round(row.assessmentId).name],
    ["Capability", (row) => row.capabilityId],
    ["Care setting", (row) => row.careSetting],
    ["Matters now or later", (row) => row.standing],
    ["Why", (row) => row.standingReason],
    ["Own importance", (row) => row.importance],
    ["Own effort in points", (row) => row.effort],
    ["Why they differ", (row) => row.adjustedReason],
    ["System", (row) => row.system],
    ["Supplier", (row) => row.supplier],
    ["Contract ends", (row) => row.contractEndsOn],
    ["Who can unblock it", (row) => row.unblockedBy],
  ]);
}

/** The plan as its own Excel file has it, a sheet to a table. */
function planTables({ contents }: TableGround): EverythingTable[] {
  const actions = contents.parts.plannedActions.map((row): PlannedAction => {
    return { ...actionContentSchema.parse(row), id: String(row.id), version: Number(row.version) };
  });
  return planSheets(actions).map(({ name, columns, rows }) => ({
    name: `plan-${name.toLowerCase().replace(/[^a-z]+/g, "-")}`,
    columns: columns.map(({ header }) => header),
    rows: rows.map((row) =>
      row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)),
    ),
  }));
}

function peopleTable({ contents }: TableGround): EverythingTable {
  const person = new Map(contents.people.map((each) => [each.id, each]));
  const of = (row: Row) => person.get(String(row.personId));
  return table("people", contents.parts.memberships, [
    ["Name", (row) => of(row)?.name],
    ["Job title", (row) => of(row)?.jobTitle],
    ["Email", (row) => of(row)?.email],
    ["Role", ({ role }) => (typeof role === "string" && isRole(role) ? roleNames[role] : role)],
    ["First day", (row) => row.startsOn],
    ["Last day", (row) => row.endsOn],
    ["Let in", (row) => row.createdAt],
    ["Ended", (row) => row.endedAt],
  ]);
}
