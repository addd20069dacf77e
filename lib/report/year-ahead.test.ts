import { describe, expect, test } from "vitest";
import { anAssignment, aTarget, nothingWaits, onDay, today } from "@/tests/support/led-work";
import { anAction } from "@/tests/support/plan";
import { yearAhead, type YearSource } from "./year-ahead";
import { noYearDates } from "./year-dates";
import { yearEntryInWords } from "./year-words";

const nothing: YearSource = {
  ...nothingWaits,
  evidence: [],
  own: noYearDates,
  lastSignOff: null,
  guestReviewsEnd: [],
  contracts: [],
};
const told = (source: Partial<YearSource>) =>
  yearAhead({ ...nothing, ...source }, today).map(
    ({ on, kind, count, names }) =>
      `${on.toISOString().slice(0, 10)} ${kind} ${count}${names.length > 0 ? `: ${names.join(", ")}` : ""}`,
  );

describe("I lead the assessment: what comes in the year ahead?", () => {
  test("nothing, where nothing has a date", () => {
    expect(told({})).toEqual([]);
  });

  test("what has a date, in order of time, and what falls on one day together", () => {
    const action = (title: string, dueOn: string) => anAction({ title, dueOn });
    expect(
      told({
        lastSignOff: { round: "2025/26", at: new Date("2026-05-06T23:30:00Z") },
        guestReviewsEnd: [onDay("2027-01-15")],
        assignments: [anAssignment("a1", "2026-12-04")],
        actions: [
          action("Later", "2027-03-31"),
          action("First", "2027-01-29"),
          action("Second", "2027-01-29"),
        ],
        evidence: [
          { title: "Restore report", reviewOn: onDay("2027-01-29"), toConfirm: false },
          { title: "Copied and not confirmed", reviewOn: onDay("2027-01-29"), toConfirm: true },
        ],
      }),
    ).toEqual([
      "2026-12-04 questions 1: a1",
      "2027-01-15 guest_review 1",
      "2027-01-29 actions 2: First, Second",
      "2027-01-29 evidence 1: Restore report",
      "2027-03-31 actions 1: Later",
      // Half past midnight in London.
      "2027-05-07 sign_off 1: 2025/26",
    ]);
  });

  test("the days we typed ourselves, before what falls on the same day by itself", () => {
    const own = { ...noYearDates, planningReturn: onDay("2027-02-12"), dmaCloses: onDay("2027-02-12") };
    const source = { ...nothing, own, actions: [anAction({ title: "First", dueOn: "2027-02-12" })] };
    expect(yearAhead(source, today).map(yearEntryInWords)).toEqual([
      "Planning return; Digital Maturity Assessment (DMA) closes",
      "1 action is due: First",
    ]);
    expect(told({ own: { ...noYearDates, dspt: onDay("2026-06-30") } })).toEqual([]);
  });

  test("today and the day in a year, and neither what is past nor what is finished", () => {
    const on = (dueOn: string, status: "in_progress" | "finished" = "in_progress") =>
      anAction({ title: dueOn, dueOn, status });
    const actions = [
      ...[on("2026-11-22"), on("2026-11-23"), on("2027-11-23"), on("2027-11-24")],
      on("2027-01-01", "finished"),
    ];
    expect(told({ actions })).toEqual([
      "2026-11-23 actions 1: 2026-11-23",
      "2027-11-23 actions 1: 2027-11-23",
    ]);
  });

  test("a target that both care settings miss, and a system behind two gaps, once; what is reached not at all", () => {
    const contract = { system: "Carebook", supplier: "Acme", contractEndsOn: onDay("2027-06-30") };
    expect(
      told({
        targets: [aTarget("a1", "2027-03-31"), aTarget("a2", "2027-03-31")],
        contracts: [contract, contract],
      }),
    ).toEqual(["2027-03-31 targets 1: a1", "2027-06-30 contracts 1: Carebook, Acme"]);
  });
});
