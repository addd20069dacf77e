import { spawn } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { zipDirectory, type ZipProblem } from "./zip-directory";

/** The largest workbook that is taken, in bytes: one of ours has a twentieth of it. Asked before anything is read. */
export const LARGEST_WORKBOOK = 5_000_000;

const limits = { entries: 200, unpacked: 40_000_000, cells: 200_000 };
/**
 * What reading one may take: of memory in megabytes, of the processor in seconds, of time in milliseconds, of its answer
 * in characters. A hostile one is refused within 2 seconds (design 5, UP-4), of which starting and loading the parser took
 * 0.4. The largest honest one, of four care settings with long notes and two pieces of evidence to each question, took
 * 0.6 to 0.9 more.
 */
const allowed = { memory: 256, processor: 1.6, time: 15_000, answer: 30_000_000 };
/** How many are read at once in one process, and how many may wait for it. */
const turns = { atOnce: 2, waiting: 10 };

/** What stands in a cell. Formulas and errors have no value here: nobody worked them out. */
export type WorkbookCell =
  | { kind: "text"; text: string }
  | { kind: "number"; value: number }
  | { kind: "boolean"; value: boolean }
  /** A moment as UTC, where a day is its midnight, of the years 0 to 9999. What is shown as a day and is none is an error. */
  | { kind: "date"; value: Date }
  | { kind: "formula" | "error" };

/** A row by its number in the sheet, from 1, and its cells by their column, from 1; empty ones are not there. */
export type WorkbookRow = { number: number; cells: ReadonlyMap<number, WorkbookCell> };
export type WorkbookSheet = { name: string; rows: WorkbookRow[] };

/** Why a workbook is not read. */
export type WorkbookRefusal =
  ZipProblem | "empty" | "oversize" | "name" | "macros" | "linked" | "unreadable" | "late" | "busy";

export type WorkbookRead = { ok: true; sheets: WorkbookSheet[] } | { ok: false; reason: WorkbookRefusal };

const holdsTooMuch = "The workbook holds more than can be read here. Use the one you downloaded here";

/** The same in a sentence for whoever chose the file. */
export const workbookRefusals: Readonly<Record<WorkbookRefusal, string>> = {
  empty: "The file is empty. Choose the .xlsx file you downloaded here",
  oversize: "The file is larger than 5 MB, so it is no workbook of ours",
  name: "The name of the file must end in .xlsx. Choose the workbook you downloaded here",
  not_zip: "The file is not an Excel workbook. Choose the .xlsx file you downloaded here",
  broken: "The workbook is damaged. Open it in your spreadsheet program, save it again, and try once more",
  encrypted: "The workbook is protected with a password. Save it without one",
  many: holdsTooMuch,
  large: holdsTooMuch,
  macros: "The workbook holds macros or parts that run. Save it as an ordinary .xlsx workbook",
  linked: "The workbook is linked to other files or data. Break the links, save it, and try once more",
  unreadable: "The workbook could not be read. Use the one you downloaded here, saved as .xlsx",
  late: "The workbook took too long to read. Delete half of its rows in a copy and bring that in, then the other half. Or type in the service instead",
  busy: "Too many workbooks are being read just now. Wait a minute, then try again",
};

/**
 * Reads an Excel workbook that somebody chose, and gives its cells. Name, size, and what the archive says it holds are
 * looked at first; then a program of its own parses it, within limits of memory and time, so that a hostile file costs
 * nobody else anything. Macros and links to other files are refused, formulas come as such and without a value. Never
 * throws.
 */
export async function readWorkbook(
  file: { name: string; bytes: Uint8Array },
  { processor = allowed.processor }: { processor?: number } = {},
): Promise<WorkbookRead> {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const reason = refusedBefore(file.name, bytes);
  if (reason) return { ok: false, reason };
  return inTurn(async () => {
    const { late, said } = await answerOfChild(bytes, processor);
    if (late) return { ok: false, reason: "late" };
    const answer = parsedAnswer.safeParse(said);
    return answer.success ? { ok: true, sheets: answer.data.sheets } : { ok: false, reason: "unreadable" };
  });
}

/** A name that ends as something else does before it ends as a workbook. */
const TWO_ENDINGS = /\.(html?|svg|xml|m?js|exe|com|bat|cmd|scr|php|zip|pdf|xlsm|docm)\.xlsx$/i;

/** Why a file is refused before anything of it is unpacked; null where it is not. */
function refusedBefore(name: string, bytes: Buffer): WorkbookRefusal | null {
  if (bytes.length === 0) return "empty";
  if (bytes.length > LARGEST_WORKBOOK) return "oversize";
  if (!/\.xlsx$/i.test(name) || TWO_ENDINGS.test(name)) return "name";
  const directory = zipDirectory(bytes, limits);
  if (!directory.ok) return directory.problem;
  const names = directory.entries.map((entry) => entry.name.toLowerCase());
  if (!names.includes("[content_types].xml") || !names.includes("xl/workbook.xml")) return "not_zip";
  if (names.some((entry) => /vbaproject|macrosheets\/|activex\/|ctrlprops\//.test(entry))) return "macros";
  if (names.some((entry) => /externallinks?\/|connections\.xml|querytables?\//.test(entry))) return "linked";
  return null;
}

const cell = z.union([
  z.tuple([z.int(), z.literal("text"), z.string()]),
  z.tuple([z.int(), z.literal("number"), z.number()]),
  z.tuple([z.int(), z.literal("boolean"), z.boolean()]),
  z.tuple([z.int(), z.literal("date"), z.iso.datetime()]),
  z.tuple([z.int(), z.enum(["formula", "error"])]),
]);

const parsedAnswer = z.object({
  sheets: z.array(
    z.object({
      name: z.string(),
      rows: z.array(
        z.object({ number: z.int(), cells: z.array(cell) }).transform(({ number, cells }): WorkbookRow => {
          return { number, cells: new Map(cells.map((one) => [one[0], cellOf(one)])) };
        }),
      ),
    }),
  ),
});

function cellOf(read: z.output<typeof cell>): WorkbookCell {
  switch (read[1]) {
    case "text":
      return { kind: "text", text: read[2] };
    case "number":
      return { kind: "number", value: read[2] };
    case "boolean":
      return { kind: "boolean", value: read[2] };
    case "date":
      return { kind: "date", value: new Date(read[2]) };
    default:
      return { kind: read[1] };
  }
}

/** What the child wrote, as JSON; null where it could not read the file, and late where it worked or took too long. */
function answerOfChild(bytes: Buffer, processor: number): Promise<{ late: boolean; said: unknown }> {
  const program = join(process.cwd(), "lib", "exchange", "workbook-child.mjs");
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${allowed.memory}`, program, JSON.stringify({ cells: limits.cells, processor })],
    // It knows no setting of the service, and no secret.
    {
      stdio: ["pipe", "pipe", "ignore"],
      env: { NODE_ENV: process.env.NODE_ENV },
      timeout: allowed.time,
      killSignal: "SIGKILL",
    },
  );
  return new Promise((done) => {
    const pieces: Buffer[] = [];
    let size = 0;
    child.stdout.on("data", (piece: Buffer) => {
      size += piece.length;
      if (size > allowed.answer) child.kill("SIGKILL");
      else pieces.push(piece);
    });
    child.on("error", () => done({ late: false, said: null }));
    child.on("close", (code, signal) => {
      const said = code === 0 ? jsonOf(Buffer.concat(pieces).toString("utf8")) : null;
      done({ late: signal === "SIGKILL" && size <= allowed.answer, said });
    });
    // A child that ended early reads no more.
    child.stdin.on("error", () => undefined);
    child.stdin.end(bytes);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

let reading = 0;
const queue: (() => void)[] = [];

/** One after another beyond what is read at once; who would wait too long is told so. */
async function inTurn(read: () => Promise<WorkbookRead>): Promise<WorkbookRead> {
  if (reading >= turns.atOnce) {
    if (queue.length >= turns.waiting) return { ok: false, reason: "busy" };
    await new Promise<void>((go) => queue.push(go));
  }
  reading += 1;
  try {
    return await read();
  } finally {
    reading -= 1;
    queue.shift()?.();
  }
}
