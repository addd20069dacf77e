import { describe, expect, test } from "vitest";
import { exportInWords, formatInWords, standingOfExport } from "./export-words";

describe("I look at what was taken out of our trust", () => {
  test("a gap report is told with its care setting, its round and whether it was signed off", () => {
    const detail = { setting: "mental_health", format: "docx", snapshot: null, sensitive: true };
    const told = { action: "report.exported", round: "2026/27", detail };
    expect(exportInWords(told)).toBe("Gap report, Mental health, 2026/27");
    expect(formatInWords(told)).toBe("Word");
    expect(standingOfExport(told)).toBe("Not signed off, names sensitive capabilities");
  });

  test("a pack for the public session is told apart from the one for the private session", () => {
    const told = (audience: string) =>
      exportInWords({ action: "board_pack.exported", round: "2025/26", detail: { setting: null, audience } });
    expect(told("public")).toBe("Board pack for the public session, 2025/26");
    expect(told("private")).toBe("Board pack for the private session, 2025/26");
  });

  test("a workbook of somebody's own questions is told apart from one with all of them", () => {
    const told = (detail: object) =>
      exportInWords({ action: "workbook.exported", round: "2026/27", detail: { setting: null, ...detail } });
    expect(told({ questions: 3 })).toBe("Answers to 3 questions, 2026/27");
    expect(told({ questions: 1 })).toBe("Answers to 1 question, 2026/27");
    expect(told({})).toBe("Answers, 2026/27");
  });

  test("what the record knows less of is still told", () => {
    const told = { action: "audit.exported", round: null, detail: {} };
    expect([exportInWords(told), formatInWords(told), standingOfExport(told)]).toEqual([
      "Audit record",
      "",
      "",
    ]);
    const plan = { action: "plan.exported", round: null, detail: { format: "xlsx", sensitive: true } };
    expect([exportInWords(plan), standingOfExport(plan)]).toEqual(["Plan", "Names sensitive capabilities"]);
  });
});
