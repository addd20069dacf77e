import { describe, expect, it } from "vitest";
import { csvOf } from "./csv";

describe("A table leaves as CSV", () => {
  it("keeps figures as numbers, quotes text and ends lines as spreadsheets expect", () => {
    expect(
      csvOf(
        ["Name", "Score"],
        [
          ["Acute", 2.75],
          ["Not scored", null],
        ],
      ),
    ).toBe('\uFEFF"Name","Score"\r\n"Acute",2.75\r\n"Not scored",\r\n');
  });

  it("keeps quotes, commas and line breaks inside their cell", () => {
    expect(csvOf(["Note"], [['He said "yes",\nthen left']])).toContain('"He said ""yes"",\nthen left"');
  });

  it("lets no text run as a formula", () => {
    expect(csvOf(["Note"], [["=1+1"]])).toContain('"\'=1+1"');
  });
});
