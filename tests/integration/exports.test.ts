import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { type MadeExport, noteExport, pastExports } from "@/lib/data/exports";
import { removePerson } from "@/lib/data/organisation-people";
import { exportInWords } from "@/lib/report/export-words";
import { lookBeneath } from "@/tests/support/database";
import { startedRound } from "@/tests/support/round";
import { asTheyAre, makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let made: MadeExport;

const taken = () =>
  lookBeneath("SELECT FROM audit_event WHERE organisation_id = $1 AND action LIKE '%.exported'", [trust.id]);

beforeAll(async () => {
  trust = await makeTrust();
  lead = await trust.let("digital_lead");
  made = {
    organisationId: trust.id,
    kind: "report",
    assessmentId: await startedRound(lead, trust.id),
    setting: "acute",
    format: "pdf",
    snapshotId: null,
    sensitive: true,
    file: "gap-report.pdf",
  };
});

describe("I take a report out, and my colleagues see that I did", () => {
  test("who may not export takes nothing out, and nothing is noted of it", async () => {
    const stranger = await (await makeTrust()).let("digital_lead");
    for (const who of [await trust.let("contributor"), await trust.let("reviewer"), stranger]) {
      expect(await noteExport(who, made)).toBe(false);
      expect(await pastExports(who, trust.id, 10)).toBeNull();
    }
    expect(await taken()).toEqual([]);
  });

  test("what it was, of which round, who took it and when", async () => {
    expect(await noteExport(lead, made)).toBe(true);
    const board = await trust.let("board_viewer");
    const past = await pastExports(board, trust.id, 10);
    expect(past).toMatchObject({ more: false, exports: [{ by: lead.name, round: "2026/27" }] });
    expect(past?.exports.map(exportInWords)).toEqual(["Gap report, Acute, 2026/27"]);
    expect(past?.exports[0]?.detail).toMatchObject({ file: "gap-report.pdf", snapshot: null });
  });

  test("whoever was let out since takes nothing more, and stays on the list as who they were", async () => {
    const left = await trust.let("coordinator");
    expect(await noteExport(left, made)).toBe(true);
    const before = await taken();
    expect(await removePerson(lead, trust.id, left.personId, new Date())).toEqual({ kind: "done" });
    expect(await noteExport(await asTheyAre(left.personId), made)).toBe(false);
    expect(await taken()).toHaveLength(before.length);
    expect((await pastExports(lead, trust.id, 1))?.exports).toMatchObject([{ by: left.name }]);
    expect((await pastExports(lead, trust.id, 1))?.more).toBe(true);
  });
});
