import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capability, criterion } from "@/tests/support/capability";
import { NOTE_LIMIT, readAnswerBody } from "./answer-body";

const recovery = capability({
  id: "c06-3",
  scope: "organisation",
  levels: {
    2: [criterion("c06-3-l2-a"), criterion("c06-3-l2-b")],
    3: [criterion("c06-3-l3-a"), criterion("c06-3-l3-b", { appliesTo: ["ambulance"] })],
    4: [criterion("c06-3-l4-a")],
    5: [criterion("c06-3-l5-a")],
  },
});
const imaging = capability({
  id: "c07-5",
  scope: "setting",
  mayBeNotApplicable: { reasons: [{ id: "not_provided", text: "We do not provide imaging" }] },
  levels: { 2: [criterion("c07-5-l2-a")] },
});

const read = (body: unknown, of = recovery, scope: "organisation" | "acute" = "organisation") =>
  readAnswerBody(body, of, ["acute", "community"], scope);

function problemsOf(body: unknown, of = recovery, scope: "organisation" | "acute" = "organisation") {
  const result = read(body, of, scope);
  return result.ok ? [] : result.problems.map(({ path }) => path);
}

describe("what a save may say", () => {
  test("a picked level means everything up to it is met and nothing above it", () => {
    const result = read({ version: 0, level: 3, note: "", confidence: null });
    expect(result.ok && result.content.criteria).toEqual({
      "c06-3-l2-a": "met",
      "c06-3-l2-b": "met",
      "c06-3-l3-a": "met",
      "c06-3-l4-a": "not_met",
      "c06-3-l5-a": "not_met",
    });
  });

  test("criteria are kept as they were judged, and what was not looked at stays undecided", () => {
    const criteria = { "c06-3-l2-a": "met", "c06-3-l2-b": "not_known" };
    const result = read({ version: 4, criteria, note: "Asked the SRO", confidence: "low" });
    expect(result).toEqual({
      ok: true,
      version: 4,
      content: { criteria, notApplicable: null, note: "Asked the SRO", confidence: "low" },
    });
  });

  test("an answer says one thing: criteria, a level or that it does not apply", () => {
    expect(problemsOf({ version: 0 })).toEqual([""]);
    expect(problemsOf({ version: 0, level: 2, criteria: {} })).toEqual([""]);
  });

  test("a criterion of another capability, of another care setting or of nowhere is refused by name", () => {
    const criteria = { "c01-1-l2-a": "met", "c06-3-l3-b": "met", "a/b~c": "met" };
    expect(problemsOf({ version: 0, criteria })).toEqual([
      "/criteria/c01-1-l2-a",
      "/criteria/c06-3-l3-b",
      "/criteria/a~1b~0c",
    ]);
  });

  test("does not apply is only for capabilities that allow it, with a listed reason", () => {
    const notApplicable = { reason: "not_provided" };
    expect(problemsOf({ version: 0, notApplicable })).toEqual(["/notApplicable"]);
    expect(problemsOf({ version: 0, notApplicable }, imaging, "acute")).toEqual([]);
    expect(problemsOf({ version: 0, notApplicable: { reason: "busy" } }, imaging, "acute")).toEqual([
      "/notApplicable/reason",
    ]);
  });

  test("a setting that differs from the trust says why", () => {
    expect(problemsOf({ version: 0, level: 2, note: " " }, recovery, "acute")).toEqual(["/note"]);
    expect(problemsOf({ version: 0, level: 2, note: "Leased site" }, recovery, "acute")).toEqual([]);
  });

  test("fields nobody asked for, wrong types and texts that cannot be kept are named", () => {
    expect(problemsOf({ version: 0, level: 2, organisationId: "x" })).toEqual(["/organisationId"]);
    expect(problemsOf({ version: -1, level: 9 })).toEqual(["/version", "/level"]);
    expect(problemsOf({ version: 0, level: 2, note: "x".repeat(NOTE_LIMIT + 1) })).toEqual(["/note"]);
    expect(problemsOf({ version: 0, level: 2, note: "a\0b" })).toEqual(["/note"]);
    expect(problemsOf({ version: 0, level: 2, note: "a\ud800b" })).toEqual(["/note"]);
    expect(problemsOf(["level", 2])).toEqual([""]);
    expect(problemsOf(JSON.parse('{"version":0,"criteria":{"__proto__":"met"}}'))).toHaveLength(1);
  });

  test("what is wrong is said in words, with its place and what would be right", () => {
    const messages = (body: unknown) => {
      const result = read(body);
      return result.ok ? [] : result.problems.map(({ message }) => message);
    };
    expect(messages({ level: "3", criteria: { "c06-3-l2-a": "yes" }, note: 7, more: 1 })).toEqual([
      "/version is required.",
      "/criteria/c06-3-l2-a must be one of: met, not_met, not_known.",
      "/level must be one of: 1, 2, 3, 4, 5.",
      "/note must be text: put it in quotes.",
      "/more is an unknown key: check its spelling or remove it.",
    ]);
    expect(messages("met")).toEqual(["The answer must be a set of named values."]);
    expect(messages({ version: 1.5, level: 2 })).toEqual(["/version must be a whole number."]);
  });

  test("no message is the library's own, whatever is sent", () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        const result = read(body);
        if (result.ok) return;
        for (const { message } of result.problems) expect(message).not.toMatch(/Invalid|expected|received/);
      }),
    );
  });
});
