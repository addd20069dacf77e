// Reads an Excel workbook from standard input and writes its cells as JSON to standard output. A program of its own,
// with limits on memory and time set by who starts it (lib/exchange/read-workbook.ts): what is in a workbook was
// made by somebody else, and the parser holds all of it in memory. Only values come out: a formula is told of, never
// worked out, and nothing is fetched.
import { buffer } from "node:stream/consumers";
import { Worker } from "node:worker_threads";
import { inflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";

const limits = JSON.parse(process.argv[2] ?? "{}");
endAfter(limits.processor);
const archive = await buffer(process.stdin);
holdToSizes();
const workbook = new ExcelJS.Workbook();
await workbook.xlsx.load(archive, {
  ignoreNodes: ["dataValidations", "conditionalFormatting", "drawing", "picture"],
});
process.stdout.write(JSON.stringify({ sheets: sheets() }));

/**
 * Ends this program once it has worked on the file for so many seconds; what it took to start is not the file's doing.
 * Looked at beside it: the parser lets nothing else run.
 */
function endAfter(seconds) {
  const { user, system } = process.cpuUsage();
  const watch = `
    const { workerData } = require("node:worker_threads");
    setInterval(() => {
      const { user, system } = process.cpuUsage();
      if (user + system > workerData) process.kill(process.pid, "SIGKILL");
    }, 10);`;
  new Worker(watch, { eval: true, workerData: user + system + seconds * 1_000_000 }).unref();
}

/** Unpacks each file once, to see that it is as large as the archive says: the parser would believe anything. */
function holdToSizes() {
  const end = archive.length - 22;
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const size = archive.readUInt32LE(at + 24);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    const real =
      archive.readUInt16LE(at + 10) === 8
        ? inflateRawSync(content, { maxOutputLength: Math.max(size, 1) }).length
        : content.length;
    if (real !== size) throw new Error("A size is not what the archive says.");
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

function sheets() {
  let left = limits.cells;
  return workbook.worksheets.map((sheet) => {
    const rows = [];
    sheet.eachRow({ includeEmpty: false }, (row, number) => {
      const cells = [];
      row.eachCell({ includeEmpty: false }, (cell, column) => {
        if (cell.isMerged && cell.master !== cell) return;
        const read = valueOf(cell.value);
        if (read === null) return;
        left -= 1;
        if (left < 0) throw new Error("There are more cells than are read.");
        cells.push([column, ...read]);
      });
      if (cells.length > 0) rows.push({ number, cells });
    });
    return { name: sheet.name, rows };
  });
}

/** The kind of a cell and what it says; null for an empty one. */
function valueOf(value) {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value === "" ? null : ["text", value];
  if (typeof value === "number") return ["number", value];
  if (typeof value === "boolean") return ["boolean", value];
  if (value instanceof Date) return isDay(value) ? ["date", value.toISOString()] : ["error"];
  if ("formula" in value || "sharedFormula" in value) return ["formula"];
  if ("error" in value) return ["error"];
  if (Array.isArray(value.richText)) return valueOf(value.richText.map(({ text }) => String(text)).join(""));
  if ("text" in value) return valueOf(value.text);
  return ["error"];
}

/** Whether it is one that a calendar has: a number shown as a day can be any, and what is beyond 9999 is written otherwise. */
function isDay(date) {
  const year = date.getUTCFullYear();
  return year >= 0 && year <= 9999;
}
