import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { text } from "node:stream/consumers";
import { readAssessmentDocument, type AssessmentRead } from "@/lib/exchange/assessment-document";
import { listFrameworkFolders, readFrameworkVersion, type FileProblem } from "@/lib/exchange/framework-files";
import { parseJson } from "@/lib/exchange/json-text";
import type { Problem } from "@/lib/framework/problem";
import type { Framework } from "@/lib/framework/schema";

// What the commands share (design 7): a file in, a document out on standard output, problems one to a line on
// standard error. No server, no database.

/** Where a command finds things, given from outside so that tests can give their own. */
export type Place = {
  /** The folder that holds <id>/<version>/framework.yaml. */
  frameworks: string;
  /** The folder the person stands in: FILE is relative to it. */
  folder: string;
  readStandardInput: () => Promise<string>;
};

/** Bad input of the caller is 2, a goal nothing reaches 3, a fault of the installation 1. */
export type Outcome =
  { exitCode: 0; output: string; caution?: string } | { exitCode: 1 | 2 | 3; errors: string[] };

export type Command = (args: string[], place: Place) => Promise<Outcome>;

/** Runs a command for the person who called it. Sets the exit code and lets the output drain by itself. */
export async function runCommand(command: Command): Promise<void> {
  const outcome = await command(process.argv.slice(2), {
    frameworks: join(fileURLToPath(new URL("..", import.meta.url)), "frameworks"),
    folder: process.env.INIT_CWD ?? process.cwd(),
    readStandardInput: () => text(process.stdin),
  });
  process.exitCode = outcome.exitCode;
  // The reader may stop early, as `| head` does; that is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  if (outcome.exitCode === 0) {
    process.stdout.write(outcome.output);
    if (outcome.caution) process.stderr.write(`${outcome.caution}\n`);
  } else process.stderr.write(outcome.errors.map((line) => `${line}\n`).join(""));
}

/** A document for standard output; a caution goes to standard error, so that the document stays whole. */
export function jsonOutput(value: unknown, caution?: string): Outcome {
  return {
    exitCode: 0,
    ...(caution !== undefined && { caution }),
    output: `${JSON.stringify(value, null, 2)}\n`,
  };
}

export function badInput(...errors: string[]): Outcome & { exitCode: 2 } {
  return { exitCode: 2, errors };
}

/** Reads the assessment document in FILE, or on standard input for `-`, and the framework version it names. */
export async function readAssessment(file: string, place: Place): Promise<AssessmentRead | Outcome> {
  let content: string;
  try {
    content =
      file === "-" ? await place.readStandardInput() : await readFile(resolve(place.folder, file), "utf8");
  } catch (error) {
    return badInput(`${file}: cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const json = parseJson(content.replace(/^\uFEFF/, ""));
  if (!json.ok) return badInput(...json.problems.map(problemLine));
  const named = frameworkNamed(json.value);
  const found = named && (await findFramework(named, place));
  if (found && "exitCode" in found) return found;
  const read = readAssessmentDocument(json.value, () => found ?? undefined);
  return read.ok ? read : badInput(...read.problems.map(problemLine));
}

/** The framework version of this name; null when there is none, an outcome when its files cannot be read. */
export async function findFramework(
  named: { id: string; version: string },
  place: Place,
): Promise<Framework | Outcome | null> {
  const folders = await listFrameworkFolders(place.frameworks);
  const known = folders.find(({ id, version }) => id === named.id && version === named.version);
  if (!known) return null;
  const { documents, problems } = await readFrameworkVersion(place.frameworks, known.id, known.version);
  return documents[0] ?? { exitCode: 1, errors: problems.map(fileProblemLine) };
}

export function fileProblemLine({ file, line, message }: FileProblem): string {
  return `frameworks/${file}:${line}: ${message}`;
}

function problemLine({ path, message }: Problem): string {
  return `${path || "/"}: ${message}`;
}

function frameworkNamed(value: unknown): { id: string; version: string } | null {
  if (typeof value !== "object" || value === null || !("framework" in value)) return null;
  const { framework } = value;
  if (typeof framework !== "object" || framework === null) return null;
  if (!("id" in framework) || !("version" in framework)) return null;
  const { id, version } = framework;
  return typeof id === "string" && typeof version === "string" ? { id, version } : null;
}
