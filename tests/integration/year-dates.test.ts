import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { saveYearDates, yearDatesOf } from "@/lib/data/year-dates";
import { noYearDates, type YearDates } from "@/lib/report/year-dates";
import { lookBeneath } from "@/tests/support/database";
import { makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let assistant: CurrentUser;
const mine: YearDates = { ...noYearDates, dspt: new Date("2027-06-30") };
const theirs: YearDates = { ...noYearDates, boardReview: new Date("2027-05-06") };

beforeAll(async () => {
  trust = await makeTrust();
  [lead, assistant] = [await trust.let("digital_lead"), await trust.let("coordinator")];
});

describe("we both type the dates of our year", () => {
  test.each([0, 1])(
    "at once, from version %i: the second is shown what stands, nothing is lost",
    async (version) => {
      const outcomes = await Promise.all([
        saveYearDates(lead, trust.id, { ...mine, version }),
        saveYearDates(assistant, trust.id, { ...theirs, version }),
      ]);
      const kept = await yearDatesOf(lead, trust.id);
      expect([
        { ...mine, version: version + 1 },
        { ...theirs, version: version + 1 },
      ]).toContainEqual(kept);
      expect(outcomes.toSorted((one, other) => one.kind.localeCompare(other.kind))).toEqual([
        { kind: "kept" },
        { kind: "stale", current: kept },
      ]);
    },
  );

  test("whoever read an older version is told, and each save that is kept is on record once", async () => {
    const before = await yearDatesOf(lead, trust.id);
    expect(await saveYearDates(lead, trust.id, { ...mine, version: 1 })).toEqual({
      kind: "stale",
      current: before,
    });
    const events = await lookBeneath(
      "SELECT detail FROM audit_event WHERE organisation_id = $1 AND action = 'year_dates.saved' ORDER BY id",
      [trust.id],
    );
    expect(events).toEqual([{ detail: { version: 1 } }, { detail: { version: 2 } }]);
  });

  test("a board member and another trust’s lead neither read nor change them", async () => {
    const stranger = await (await makeTrust()).let("digital_lead");
    for (const who of [await trust.let("board_viewer"), stranger]) {
      expect(await yearDatesOf(who, trust.id)).toBeNull();
      expect(await saveYearDates(who, trust.id, { ...mine, version: 2 })).toEqual({ kind: "not_found" });
    }
    expect((await yearDatesOf(lead, trust.id))?.version).toBe(2);
  });
});
