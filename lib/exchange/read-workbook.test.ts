import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import ExcelJS from "exceljs";
import fc from "fast-check";
import writeExcelFile from "write-excel-file/node";
import { describe, expect, test } from "vitest";
import { unzipBytes } from "@/tests/support/unzip";
import { zip, type ZipFile } from "@/tests/support/zip";
import { LARGEST_WORKBOOK, readWorkbook, workbookRefusals } from "./read-workbook";
import { zipDirectory } from "./zip-directory";

const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`;
const shell: ZipFile[] = [
  { name: "[Content_Types].xml", content: types },
  { name: "xl/workbook.xml", content: "<workbook/>" },
];

const read = (bytes: Uint8Array, name = "answers.xlsx") => readWorkbook({ name, bytes });
const problem = async (bytes: Uint8Array, name?: string) => {
  const outcome = await read(bytes, name);
  return outcome.ok ? null : workbookRefusals[outcome.reason];
};

async function made(fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet("Answers"), workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe("I choose a workbook I filled in", () => {
  test("what I typed is read, each cell as what it is", async () => {
    const bytes = await writeExcelFile([
      {
        sheet: "Answers",
        data: [
          [{ value: "=1+1", type: String }, { value: 3, type: Number }, null, { value: true, type: Boolean }],
          [{ value: new Date("2026-04-01"), type: Date, format: "d mmmm yyyy" }],
        ],
      },
    ]).toBuffer();
    expect(await read(bytes)).toEqual({
      ok: true,
      sheets: [
        {
          name: "Answers",
          rows: [
            {
              number: 1,
              cells: new Map<number, unknown>([
                [1, { kind: "text", text: "=1+1" }],
                [2, { kind: "number", value: 3 }],
                [4, { kind: "boolean", value: true }],
              ]),
            },
            { number: 2, cells: new Map([[1, { kind: "date", value: new Date("2026-04-01") }]]) },
          ],
        },
      ],
    });
  });

  test("text in several colours, a link and a formula: the words, and never what a formula came to", async () => {
    const bytes = await made((sheet) => {
      sheet.getCell("A1").value = {
        richText: [{ text: "Tested " }, { font: { bold: true }, text: "in May" }],
      };
      sheet.getCell("B1").value = { text: "The plan", hyperlink: "https://example.org" };
      sheet.getCell("C1").value = { formula: 'HYPERLINK("http://169.254.169.254","x")', result: "met" };
      sheet.getCell("D1").value = { error: "#REF!" };
    });
    const outcome = await read(bytes);
    expect(outcome.ok && [...(outcome.sheets[0]?.rows[0]?.cells.values() ?? [])]).toEqual([
      { kind: "text", text: "Tested in May" },
      { kind: "text", text: "The plan" },
      { kind: "formula" },
      { kind: "error" },
    ]);
  });
});

describe("a number is shown as a day that no calendar has", () => {
  test.each([1e7, -1e9, 1e300])("%s is an error in its cell, and the rest is read", async (value) => {
    const bytes = await made((sheet) => {
      sheet.getCell("A1").value = value;
      sheet.getCell("A1").numFmt = "dd/mm/yyyy";
      sheet.getCell("B1").value = "Tested";
    });
    const outcome = await read(bytes);
    expect(outcome.ok && [...(outcome.sheets[0]?.rows[0]?.cells.values() ?? [])]).toEqual([
      { kind: "error" },
      { kind: "text", text: "Tested" },
    ]);
  });
});

describe("somebody chooses a file that is no workbook of ours (UP-1, UP-3)", () => {
  test.each([
    ["nothing in it", Buffer.alloc(0), "answers.xlsx", /empty/],
    ["one byte too many", Buffer.alloc(LARGEST_WORKBOOK + 1), "answers.xlsx", /larger than 5 MB/],
    ["another ending", zip(shell), "answers.xlsm", /must end in \.xlsx/],
    ["two endings", zip(shell), "answers.html.xlsx", /must end in \.xlsx/],
    [
      "a picture by another name",
      Buffer.from("\u0089PNG\r\n\u001a\n".padEnd(60, "x"), "latin1"),
      "answers.xlsx",
      /not an Excel/,
    ],
    [
      "a page by another name",
      Buffer.from("<html><script>alert(1)</script></html>"),
      "answers.xlsx",
      /not an Excel/,
    ],
    [
      "a zip that is something else",
      zip([{ name: "word/document.xml", content: "x" }]),
      "answers.xlsx",
      /not an Excel/,
    ],
    [
      "something before the archive",
      Buffer.concat([Buffer.from("%PDF-1.7 "), zip(shell)]),
      "answers.xlsx",
      /not an Excel/,
    ],
    [
      "something behind the archive",
      Buffer.concat([zip(shell), Buffer.from("<script>")]),
      "answers.xlsx",
      /damaged/,
    ],
    [
      "the old format",
      Buffer.from("d0cf11e0a1b11ae1".padEnd(80, "0"), "hex"),
      "answers.xlsx",
      /not an Excel/,
    ],
    ["a name twice", zip([...shell, ...shell]), "answers.xlsx", /damaged/],
    [
      "a way out of the archive",
      zip([...shell, { name: "../../etc/cron.d/x", content: "x" }]),
      "answers.xlsx",
      /damaged/,
    ],
  ])("%s: refused in words, before anything is unpacked", async (_what, bytes, name, said) => {
    expect(await problem(bytes, name)).toMatch(said);
  });

  test("XML that draws in other files or grows without end is not followed", async () => {
    const sound = unzipBytes(
      await made((sheet) => {
        sheet.getCell("A1").value = "Ours";
      }),
    );
    /** A sound workbook whose one sheet has these entities, and one of them in its first cell. */
    const withEntities = (entities: string, used: string) => {
      const cell = `<c r="A1" t="str"><v>Ours ${used}</v></c>`;
      const sheet = `<?xml version="1.0"?><!DOCTYPE x [${entities}]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${cell}</row></sheetData></worksheet>`;
      const parts = [...sound].map(([name, content]) => ({ name, content }));
      return zip(
        parts.map((part) => (part.name.endsWith("/sheet1.xml") ? { ...part, content: sheet } : part)),
      );
    };
    const laughs = Array.from({ length: 9 }, (_, at) => {
      return `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`;
    });
    for (const [entities, used] of [
      ['<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"],
      ['<!ENTITY % b SYSTEM "http://169.254.169.254/x"> %b;', "."],
      [`<!ENTITY l0 "lol">${laughs.join("")}`, "&l9;"],
    ] as const) {
      const outcome = await read(withEntities(entities, used));
      const told = JSON.stringify(
        outcome.ok ? [...(outcome.sheets[0]?.rows[0]?.cells.values() ?? [])] : outcome,
      );
      // Refused as unreadable, or read with the entity left as it was written.
      expect([told.length < 100, told]).toEqual([true, expect.stringMatching(/unreadable|Ours/)]);
      expect(told).not.toMatch(/root:|lollol/);
    }
    // The same workbook without any is read.
    expect(await read(withEntities("", "words"))).toMatchObject({ ok: true });
  });
});

describe("somebody chooses a workbook that does things (UP-5)", () => {
  test.each([
    ["macros", "xl/vbaProject.bin", /macros/],
    ["an old macro sheet", "xl/macrosheets/sheet1.xml", /macros/],
    ["a control", "xl/activeX/activeX1.xml", /macros/],
    ["a link to another file, or DDE", "xl/externalLinks/externalLink1.xml", /linked/],
    ["a link to a database", "xl/connections.xml", /linked/],
  ])("%s: refused", async (_what, name, said) => {
    expect(await problem(zip([...shell, { name, content: "x" }]))).toMatch(said);
  });

  test("hidden sheets, rows and columns, and a formula that starts a program: values alone, and of the formula none", async () => {
    const bytes = await made((sheet, workbook) => {
      sheet.getCell("A1").value = "Shown";
      sheet.getCell("A2").value = { formula: `cmd|' /C calc'!A0`, result: "met" };
      sheet.getRow(2).hidden = true;
      sheet.getColumn(2).hidden = true;
      workbook.addWorksheet("Hidden", { state: "veryHidden" }).getCell("A1").value = "Also read";
    });
    const outcome = await read(bytes);
    expect(
      outcome.ok && outcome.sheets.map(({ rows }) => rows.map(({ cells }) => [...cells.values()])),
    ).toEqual([
      [[{ kind: "text", text: "Shown" }], [{ kind: "formula" }]],
      [[{ kind: "text", text: "Also read" }]],
    ]);
  });
});

describe("somebody chooses a workbook made to choke us (UP-4)", () => {
  const mebibyte = 1024 * 1024;

  test("one that says it holds too much, or too many files, is not opened", async () => {
    const large = zip([...shell, { name: "xl/sharedStrings.xml", content: "x", claims: 0xfffffffe }]);
    expect(await problem(large)).toMatch(/more than can be read/);
    const many = Array.from({ length: 10_000 }, (_, index) => ({ name: `x${index}`, content: "" }));
    expect(await problem(zip([...shell, ...many]))).toMatch(/more than can be read/);
  });

  test("one that lies about it ends with the program that reads it, and we lose no memory over it", async () => {
    const bomb = zip([
      ...shell,
      { name: "xl/sharedStrings.xml", content: Buffer.alloc(60 * mebibyte, "a"), claims: 10 },
    ]);
    const before = process.memoryUsage().rss;
    expect(await problem(bomb)).toMatch(/could not be read/);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * mebibyte);
  });

  test("an archive in an archive: the outer one is no workbook, and one within a workbook is never opened", async () => {
    const sound = await made((sheet) => {
      sheet.getCell("A1").value = "Ours";
    });
    expect(await problem(zip([{ name: "answers.xlsx", content: sound }]))).toMatch(/not an Excel/);
    let nested = zip([{ name: "x", content: Buffer.alloc(60 * mebibyte) }]);
    for (let depth = 0; depth < 5; depth += 1) nested = zip([{ name: "inner.zip", content: nested }]);
    const parts = [...unzipBytes(sound)].map(([name, content]) => ({ name, content }));
    const outcome = await read(zip([...parts, { name: "xl/embeddings/inner.zip", content: nested }]));
    expect(outcome.ok && outcome.sheets[0]?.rows[0]?.cells.get(1)).toEqual({ kind: "text", text: "Ours" });
  });

  test("one that would keep the program that reads it at work is ended with it", async () => {
    const sound = await made((sheet) => {
      for (let row = 1; row <= 6_000; row += 1) sheet.getCell(`A${row}`).value = `Row ${row}`;
    });
    const file = { name: "answers.xlsx", bytes: sound };
    expect((await readWorkbook(file)).ok).toBe(true);
    // As if it took far longer than it may. An honest file may, on a slow machine: it is told what helps.
    expect(await readWorkbook(file, { processor: 0.01 })).toEqual({ ok: false, reason: "late" });
    expect(workbookRefusals.late).toMatch(/too long to read\. Delete half of its rows/);
  });

  test("none of them takes two seconds of the service's own work, and it answers others meanwhile", async () => {
    const lying = { name: "xl/sharedStrings.xml", content: Buffer.alloc(60 * mebibyte, "a"), claims: 10 };
    const bombs = [
      zip([...shell, { name: "xl/sharedStrings.xml", content: "x", claims: 0xfffffffe }]),
      zip([...shell, ...Array.from({ length: 10_000 }, (_, index) => ({ name: `x${index}`, content: "" }))]),
      zip([...shell, lying]),
    ];
    const service = createServer((_request, response) => response.end("served"));
    await new Promise<void>((listening) => service.listen(0, "127.0.0.1", listening));
    try {
      const before = process.cpuUsage();
      const outcomes = Promise.all(bombs.map((bomb) => read(bomb)));
      const { port } = service.address() as AddressInfo;
      const reply = await fetch(`http://127.0.0.1:${port}/`);
      expect(await reply.text()).toBe("served");
      expect((await outcomes).map(({ ok }) => ok)).toEqual([false, false, false]);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1_000_000).toBeLessThan(2);
    } finally {
      service.close();
    }
  });
});

describe("whatever somebody chooses (FZ-1)", () => {
  const limits = { entries: 50, unpacked: 1_000_000 };

  test("the directory of an archive is read or refused, never thrown at us", () => {
    const sound = zip([...shell, { name: "xl/worksheets/sheet1.xml", content: "<worksheet/>" }]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.nat(sound.length),
        (changes, cut) => {
          const bytes = Buffer.from(sound);
          for (const [at, value] of changes) bytes[at] = value;
          for (const candidate of [bytes, bytes.subarray(0, cut), bytes.subarray(cut)]) {
            const outcome = zipDirectory(Buffer.from(candidate), limits);
            if (outcome.ok) expect(outcome.entries.length).toBeLessThanOrEqual(limits.entries);
          }
        },
      ),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => !zipDirectory(Buffer.from(bytes), limits).ok),
    );
  });
});
