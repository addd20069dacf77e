import { roleInWords } from "@/lib/access/role";
import type { Row } from "@/lib/exchange/organisation-part";
import { actionContentSchema, type PlannedAction } from "@/lib/plan/action";
import { answerTable, criterionTable } from "./answer-tables";
import { csvOf } from "./csv";
import type { DmaPillar, OfficialScores } from "./dma-comparison";
import { planSheets } from "./plan-sheets";
import { snapshotTables } from "./snapshot-tables";
import { spokenTables } from "./spoken-tables";
import { type EverythingTable, namesIn, roundsIn, table, type TableGround } from "./table-ground";

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
    ...spokenTables(ground),
    dmaTable(ground),
    accessTable(ground),
    peopleTable(ground),
  ];
  return tables.map(({ name, columns, rows }) => ({ name: `${name}.csv`, text: csvOf(columns, rows) }));
}

function roundTable({ contents }: TableGround): EverythingTable {
  const name = namesIn(contents);
  return table("rounds", contents.parts.assessments, [
    ["Round", (row) => row.round],
    ["Framework", (row) => row.frameworkId],
    ["Version", (row) => row.frameworkVersion],
    ["Care settings", (row) => row.careSettings],
    ["State", (row) => String(row.state).replaceAll("_", " ")],
    ["Started", (row) => row.startedAt],
    ["Started by", (row) => name(row.startedById)],
    ["Sent for review", (row) => row.sentAt],
    ["Sent by", (row) => name(row.sentById)],
    ["Signed off", (row) => row.signedOffAt],
    ["Opened again", (row) => row.reopenedAt],
  ]);
}

function evidenceTable({ contents }: TableGround): EverythingTable {
  const [links, name] = [contents.parts.evidenceLinks, namesIn(contents)];
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
    ["Copied from", (row) => row.copiedFrom],
    ["Still to be confirmed", (row) => row.toConfirm],
    ["Changed", (row) => row.changedAt],
    ["Changed by", (row) => name(row.changedById)],
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
  const [round, name] = [roundsIn(ground), namesIn(ground.contents)];
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
    ["Changed", (row) => row.changedAt],
    ["Changed by", (row) => name(row.changedById)],
  ]);
}

/** The plan as its own Excel file has it, a sheet to a table; beside each action where it comes from. */
function planTables({ contents }: TableGround): EverythingTable[] {
  const name = namesIn(contents);
  const kept = contents.parts.plannedActions;
  const actions = kept.map((row): PlannedAction => {
    return { ...actionContentSchema.parse(row), id: String(row.id), version: Number(row.version) };
  });
  const [first, ...others] = planSheets(actions).map(({ name: sheet, columns, rows }) => ({
    name: `plan-${sheet.toLowerCase().replace(/[^a-z]+/g, "-")}`,
    columns: columns.map(({ header }) => header),
    rows: rows.map((row) =>
      row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)),
    ),
  }));
  const beside = table("", kept, [
    ["Who is asked to confirm it", (row) => name(row.ownerId)],
    ["Copied from", (row) => row.copiedFrom],
    ["Changed", (row) => row.changedAt],
    ["Changed by", (row) => name(row.changedById)],
  ]);
  return first ? [widened(first, beside), ...others] : [];
}

/** A table with the columns of another, whose rows are of the same things in the same order. */
function widened(one: EverythingTable, other: EverythingTable): EverythingTable {
  return {
    name: one.name,
    columns: [...one.columns, ...other.columns],
    rows: one.rows.map((row, at) => [...row, ...(other.rows[at] ?? [])]),
  };
}

/** The official scores of NHS England's assessment as they were typed, each pillar with its remark. */
function dmaTable({ contents }: TableGround): EverythingTable {
  const name = namesIn(contents);
  const rows = contents.parts.dmaScores.flatMap((row) => {
    const remarks = row.remarks as OfficialScores["remarks"];
    return Object.entries(row.scores as OfficialScores["scores"]).map(([pillar, tenths]) => ({
      ...row,
      pillar,
      score: tenths / 10,
      remark: remarks[pillar as DmaPillar],
    }));
  });
  return table("dma-scores", rows, [
    ["Care setting", (row) => row.careSetting],
    ["Year", (row) => row.year],
    ["Version", (row) => row.version],
    ["Pillar", (row) => row.pillar],
    ["Score", (row) => row.score],
    ["Remark", (row) => row.remark],
    ["Typed", (row) => row.typedAt],
    ["Typed by", (row) => name(row.typedById)],
  ]);
}

/** Who else may look in, at what and how long. */
function accessTable(ground: TableGround): EverythingTable {
  const [round, name] = [roundsIn(ground), namesIn(ground.contents)];
  const receiver = ({ receiverId }: Row) => (receiverId as { name: string } | null)?.name;
  return table("access-given", ground.contents.parts.accessGrants, [
    ["Kind", (row) => String(row.kind).replaceAll("_", " ")],
    ["What they see", (row) => row.scope],
    ["Beside other organisations", (row) => row.beside],
    ["Organisation", receiver],
    ["Email", (row) => row.email],
    ["Round", (row) => round(row.assessmentId).name],
    ["First day", (row) => row.startsOn],
    ["Last day", (row) => row.endsOn],
    ["Given", (row) => row.createdAt],
    ["Given by", (row) => name(row.createdById)],
    ["Ended", (row) => row.endedAt],
  ]);
}

function peopleTable({ contents }: TableGround): EverythingTable {
  const person = new Map(contents.people.map((each) => [each.id, each]));
  const of = (row: Row) => person.get(String(row.personId));
  return table("people", contents.parts.memberships, [
    ["Name", (row) => of(row)?.name],
    ["Job title", (row) => of(row)?.jobTitle],
    ["Email", (row) => of(row)?.email],
    ["Role", ({ role }) => (typeof role === "string" ? roleInWords(role) : role)],
    ["First day", (row) => row.startsOn],
    ["Last day", (row) => row.endsOn],
    ["Let in", (row) => row.createdAt],
    ["Ended", (row) => row.endedAt],
  ]);
}
