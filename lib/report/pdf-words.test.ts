import { describe, expect, it } from "vitest";
import { linesOf, type Piece, widthOf } from "./pdf-words";

// Each letter is ten wide, and written as itself.
const pieceOf = (text: string): Piece => ({
  written: `<${text}>`,
  width: text.length * 10,
  tight: text.trimEnd().length * 10,
});
const lines = (text: string, letters: number) =>
  linesOf(text, letters * 10, pieceOf).map((line) => line.replaceAll(/[<>]/g, ""));

describe("I read a text in a narrow column of a report", () => {
  it("breaks after spaces, which hang over the edge and are kept for who has it read out", () => {
    expect(lines("the digital committee", 11)).toEqual(["the digital ", "committee"]);
  });

  it("breaks words after hyphens, dashes and strokes, and leaves figures whole", () => {
    expect(lines("a self-assessment", 8)).toEqual(["a self-", "assessme", "nt"]);
    expect(lines("wards/theatres in 2026/27", 9)).toEqual(["wards/", "theatres ", "in ", "2026/27"]);
  });

  it("breaks a word that is wider than the column wherever it has to, and loses nothing of it", () => {
    const address = "x".repeat(25);
    expect(lines(`see ${address} there`, 10)).toEqual([
      "see ",
      "x".repeat(10),
      "x".repeat(10),
      "xxxxx ",
      "there",
    ]);
  });

  it("keeps the lines that were typed, empty ones too", () => {
    expect(lines("one\n\ntwo", 10)).toEqual(["one", "", "two"]);
    expect(lines("", 10)).toEqual([""]);
  });

  it("knows how wide words are on one line", () => {
    expect(widthOf("on one line", pieceOf)).toBe(110);
  });
});
