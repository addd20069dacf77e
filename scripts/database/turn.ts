import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const patienceSeconds = 120;

/** Runs `task` while no other process of this machine runs one for the same folder. */
export async function inTurn<T>(folder: string, task: () => Promise<T>): Promise<T> {
  const file = join(folder, "turn");
  const deadline = Date.now() + patienceSeconds * 1000;
  while (!take(file)) {
    const holder = holderOf(file);
    if (holder === "gone") rmSync(file, { force: true });
    else if (Date.now() > deadline) {
      throw new Error(
        `Process ${holder} has been starting or stopping the database for ${patienceSeconds} seconds. ` +
          `If there is no such process any more, delete ${file} and try again.`,
      );
    } else await pause(100);
  }
  try {
    return await task();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    const handle = openSync(file, "wx", 0o600);
    writeFileSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function holderOf(file: string): number | "gone" {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    // An empty file is one being written, unless it has been so for a while.
    if (!pid) return Date.now() - statSync(file).mtimeMs > 5_000 ? "gone" : 0;
    return isRunning(pid) ? pid : "gone";
  } catch {
    return 0;
  }
}

let uses = 0;

/** Notes that this process uses the database of a folder; returns what takes the note away. */
export function noteUse(folder: string): () => void {
  const notes = join(folder, "in-use-by");
  mkdirSync(notes, { recursive: true });
  const note = join(notes, `${process.pid}-${++uses}`);
  writeFileSync(note, "");
  return () => rmSync(note, { force: true });
}

/** How many uses of a folder's database there are; notes of processes that died are cleared away. */
export function countUses(folder: string): number {
  const notes = join(folder, "in-use-by");
  mkdirSync(notes, { recursive: true });
  const isCurrent = (note: string) => isRunning(Number(note.split("-")[0]));
  for (const note of readdirSync(notes)) if (!isCurrent(note)) rmSync(join(notes, note), { force: true });
  return readdirSync(notes).length;
}

/** Whether a process is at work. One that died and was not yet cleared away by its parent is not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, under another account.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return !isZombie(pid);
}

/** In a container nobody may clear away dead processes; Linux tells them apart by the state "Z". */
function isZombie(pid: number): boolean {
  try {
    const [, afterName] = readFileSync(`/proc/${pid}/stat`, "utf8").split(/\)(?=[^)]*$)/);
    return afterName?.trim().startsWith("Z") ?? false;
  } catch {
    return false;
  }
}
