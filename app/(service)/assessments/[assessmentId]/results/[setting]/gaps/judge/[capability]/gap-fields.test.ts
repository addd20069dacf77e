import { describe, expect, it } from "vitest";
import { gapFields } from "./gap-fields";

const typed = {
  assessmentId: "1",
  setting: "acute",
  capabilityId: "c06-3",
  version: "0",
  standing: "",
  standingReason: "",
  importance: "",
  effort: "",
  adjustedReason: "",
  system: " Backup ",
  supplier: "Stored Ltd",
  unblockedBy: "supplier",
  "ends-day": "30",
  "ends-month": "9",
  "ends-year": "2027",
};
const problemsOf = (changes: Record<string, string>) =>
  gapFields.safeParse({ ...typed, ...changes }).error?.issues.map(({ path }) => path.join());

describe("A digital lead says what stands behind a gap", () => {
  it("reads what was typed; nothing chosen is nothing said", () => {
    expect(gapFields.parse(typed).view).toMatchObject({
      standing: null,
      importance: null,
      effort: null,
      system: "Backup",
      unblockedBy: "supplier",
      contractEndsOn: new Date("2027-09-30T00:00:00Z"),
    });
    expect(gapFields.parse({ ...typed, effort: "25", adjustedReason: "Quoted" }).view.effort).toBe(25);
  });

  it.each([
    [{ standing: "later" }, ["standingReason"]],
    [{ importance: "3" }, ["adjustedReason"]],
    [{ effort: "0", adjustedReason: "x" }, ["effort"]],
    [{ effort: "1.5", adjustedReason: "x" }, ["effort"]],
    [{ effort: "-3", adjustedReason: "x" }, ["effort"]],
    [{ importance: "4", adjustedReason: "x" }, ["importance"]],
    [{ "ends-month": "13" }, ["ends"]],
    [{ supplier: "x".repeat(201) }, ["supplier"]],
    [{ unblockedBy: "nobody" }, ["unblockedBy"]],
  ])("does not guess: %j", (changes, fields) => {
    expect(problemsOf(changes)).toEqual(fields);
  });
});
