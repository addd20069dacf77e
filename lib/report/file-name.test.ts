import { describe, expect, it } from "vitest";
import { reportFileName } from "./file-name";

describe("A report is found again months later", () => {
  it("is named after the trust, the care setting, the round, its standing and the day in London", () => {
    const file = {
      odsCode: "zza",
      setting: "mental_health",
      round: "2026/27",
      signedOff: false,
      on: new Date("2026-06-30T23:30:00Z"),
    };
    expect(reportFileName(file, "xlsx")).toBe(
      "gap-report-ZZA-mental-health-2026-27-not-signed-off-2026-07-01.xlsx",
    );
    expect(reportFileName({ ...file, signedOff: true }, "csv")).toContain("-2026-27-signed-off-");
  });

  it("lets nothing into the header that carries it", () => {
    const file = {
      odsCode: 'A"\r\nB',
      setting: "../acute",
      round: "2026/27",
      signedOff: true,
      on: new Date(0),
    };
    expect(reportFileName(file, "csv")).toMatch(/^[A-Za-z0-9-]+\.csv$/);
  });
});
