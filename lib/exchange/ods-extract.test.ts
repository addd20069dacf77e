import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { odsFile, odsRow } from "@/tests/support/ods-rows";
import { LARGEST_EXTRACT, readOdsExtracts } from "./ods-extract";
import { nameInWords } from "./ods-name";

describe("I hand in the trust extracts as the publisher gives them", () => {
  test("and each trust is read, in both files, with its dates and its sort", () => {
    const etr = odsFile(
      "etr.csv",
      odsRow({ code: "RZ1", name: "ASHDOWN VALLEY NHS FOUNDATION TRUST", region: "Y59", icb: "QXU" }),
      odsRow({ code: "RZ2", name: "OLDTOWN HOSPITALS NHS TRUST", opened: "19910401", closed: "20250331" }),
    );
    const ect = odsFile("ect.csv", odsRow({ code: "TZ3", name: "MEREWATER CARE TRUST", icb: "" }));
    expect(readOdsExtracts([etr, ect])).toEqual({
      trusts: [
        {
          code: "RZ1",
          name: "Ashdown Valley NHS Foundation Trust",
          subtype: "NHS foundation trust",
          regionCode: "Y59",
          icbCode: "QXU",
          openedOn: "2001-04-01",
          closedOn: null,
        },
        {
          code: "RZ2",
          name: "Oldtown Hospitals NHS Trust",
          subtype: "NHS trust",
          regionCode: "Y60",
          icbCode: "QWO",
          openedOn: "1991-04-01",
          closedOn: "2025-03-31",
        },
        {
          code: "TZ3",
          name: "Merewater Care Trust",
          subtype: "Care trust",
          regionCode: "Y60",
          icbCode: null,
          openedOn: "2001-04-01",
          closedOn: null,
        },
      ],
      problems: [],
    });
  });

  test.each([
    ["MID AND SOUTH ESSEX NHS FOUNDATION TRUST", "Mid and South Essex NHS Foundation Trust"],
    ["ASHFORD AND ST PETER'S HOSPITALS NHS TRUST", "Ashford and St Peter's Hospitals NHS Trust"],
    ["STOKE-ON-TRENT  NHS TRUST ", "Stoke-On-Trent NHS Trust"],
    ["THE ROYAL O'HARE (NORTH) NHS TRUST", "The Royal O'Hare (North) NHS Trust"],
    ["Already Written NHS Trust", "Already Written NHS Trust"],
  ])("the name %s becomes %s", (capitals, words) => {
    expect(nameInWords(capitals)).toBe(words);
  });
});

describe("a file with mistakes", () => {
  test("names the line and the column of each, and the other rows count", () => {
    const file = odsFile(
      "etr.csv",
      '"Organisation Code","Name"',
      odsRow({ code: "RZ1" }),
      odsRow({ code: "rz 2" }),
      odsRow({ code: "RZ3", name: " " }),
      odsRow({ code: "RZ4", region: "Y5" }),
      odsRow({ code: "RZ5", opened: "20010230" }),
      odsRow({ code: "RZ6", opened: "20100401", closed: "20100331" }),
      odsRow({ code: "RZ1" }),
      odsRow({ code: "RZ7", closed: "soon" }),
    );
    const { trusts, problems } = readOdsExtracts([file]);
    expect(trusts.map(({ code }) => code)).toEqual(["RZ1"]);
    expect(problems.map(({ line, column, message }) => [line, column, message])).toEqual([
      [1, 2, "has 2 columns where an extract has 27"],
      [3, 1, "is no organisation code"],
      [4, 2, "is no name"],
      [5, 3, "is no region code"],
      [6, 11, "is no day as YYYYMMDD"],
      [7, 12, "is before the day it opened"],
      [8, 1, "names a code that came before: this row is left out"],
      [9, 12, "is no day as YYYYMMDD"],
    ]);
  });

  test.each([
    ["nothing", new Uint8Array(), "is empty"],
    ["letters of another encoding", new Uint8Array([0x22, 0xe9, 0x22]), "is not text in UTF-8"],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x52, 0x00]), "is not text in UTF-8"],
    ["too much", new Uint8Array(LARGEST_EXTRACT + 1), "larger than 5 MB"],
    ["a workbook", new TextEncoder().encode("PK\u0003\u0004\u0000\u0000"), "is a workbook or a zip archive"],
    ["blank lines", new TextEncoder().encode("\r\n\r\n"), "has no rows"],
  ])("or that is %s is told of as a whole", (_, bytes, message) => {
    const { trusts, problems } = readOdsExtracts([{ name: "etr.csv", bytes }]);
    expect(trusts).toEqual([]);
    expect(problems).toEqual([
      { file: "etr.csv", line: 0, column: 0, message: expect.stringContaining(message) },
    ]);
  });

  test("with a quote that never closes is read up to there", () => {
    const { trusts, problems } = readOdsExtracts([odsFile("etr.csv", odsRow({ code: "RZ1" }), '"RZ2","X')]);
    expect(trusts).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 2, column: 2 }]);
  });

  test("or anything at all is answered with trusts and a list of problems", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { trusts, problems } = readOdsExtracts([{ name: "x", bytes }]);
        expect(trusts.length + problems.length).toBeGreaterThan(0);
      }),
    );
  });
});
