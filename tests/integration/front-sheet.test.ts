import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { boardRecord } from "@/lib/data/board-record";
import { keepFrontSheet } from "@/lib/data/front-sheet";
import { emptyFrontSheet, type FrontSheet } from "@/lib/report/front-sheet";
import { lookBeneath } from "@/tests/support/database";
import { makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let assistant: CurrentUser;
let director: CurrentUser;
const sheet = (changes: Partial<FrontSheet> = {}): FrontSheet => ({
  ...emptyFrontSheet,
  author: "Head of digital",
  leadDirector: "Chief digital information officer",
  purpose: "decision",
  meetingOn: new Date("2026-12-03T00:00:00Z"),
  cqcDomains: ["well_led"],
  ...changes,
});

beforeAll(async () => {
  trust = await makeTrust();
  [lead, assistant] = [await trust.let("digital_lead"), await trust.let("coordinator")];
  director = await trust.let("board_viewer");
});

/** As a pack is given it. */
const frontSheetOf = async (who: CurrentUser) =>
  (await boardRecord(who, trust.id, "private", { frontSheet: true }))?.frontSheet ?? null;

describe("I fill in the front sheet of our board papers once", () => {
  test("it is there for the next pack, and for the board members who take it", async () => {
    expect(await frontSheetOf(lead)).toEqual({ version: 0, sheet: emptyFrontSheet });
    expect(await keepFrontSheet(lead, trust.id, 0, sheet())).toBe("kept");
    expect(await frontSheetOf(director)).toEqual({ version: 1, sheet: sheet() });
  });

  test("we both change it: the second is told, and nothing is overwritten", async () => {
    const outcomes = await Promise.all([
      keepFrontSheet(lead, trust.id, 1, sheet({ agendaReference: "12" })),
      keepFrontSheet(assistant, trust.id, 1, sheet({ agendaReference: "13" })),
    ]);
    expect(outcomes.toSorted()).toEqual(["kept", "stale"]);
    expect(await keepFrontSheet(lead, trust.id, 0, sheet())).toBe("stale");
    expect((await frontSheetOf(lead))?.version).toBe(2);
    const events = await lookBeneath(
      "SELECT detail FROM audit_event WHERE organisation_id = $1 AND action = 'front_sheet.changed' ORDER BY id",
      [trust.id],
    );
    expect(events).toEqual([{ detail: { version: 1 } }, { detail: { version: 2 } }]);
  });

  test("a board member reads it and does not write it", async () => {
    const [kept, before] = [sheet({ agendaReference: "99" }), await frontSheetOf(lead)];
    expect(await keepFrontSheet(director, trust.id, 2, kept)).toBe("not_found");
    expect(await frontSheetOf(director)).toEqual(before);
  });

  test("who may not take board packs out neither reads nor changes it", async () => {
    const stranger = await (await makeTrust()).let("digital_lead");
    for (const who of [await trust.let("contributor"), stranger]) {
      expect(await frontSheetOf(who)).toBeNull();
      expect(await keepFrontSheet(who, trust.id, 2, sheet())).toBe("not_found");
    }
  });
});
