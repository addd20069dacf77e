import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import { parseFramework } from "@/lib/framework/parse";
import type { Problem } from "@/lib/framework/problem";
import type { Framework } from "@/lib/framework/schema";

/** Something to mend in a framework's files: where (file below the folder, line from 1) and what to do. */
export type FileProblem = { file: string; line: number; message: string };

export type FrameworkFiles = { documents: Framework[]; problems: FileProblem[] };

/** Looks for more than a framework needs to be read: rules of its content, beside the version it follows. */
export type FrameworkCheck = (framework: Framework, predecessor: Framework | undefined) => readonly Problem[];

const nothingMore: FrameworkCheck = () => [];

const HEAD_FILE = "framework.yaml";
const DIMENSION_FILE = /^d\d\d-[a-z0-9-]+\.yaml$/;

/** The framework versions kept below a folder, as `{ id, version }` from <id>/<version>/framework.yaml, sorted. */
export async function listFrameworkFolders(folder: string): Promise<{ id: string; version: string }[]> {
  const found: { id: string; version: string }[] = [];
  for (const id of await foldersIn(folder)) {
    for (const version of await foldersIn(join(folder, id))) {
      if ((await readdir(join(folder, id, version))).includes(HEAD_FILE)) found.push({ id, version });
    }
  }
  return found;
}

/**
 * Reads every framework below a folder: <id>/<version>/framework.yaml with its dimensions inside, or with one
 * dimension to each dNN-name.yaml beside it. A framework that cannot be read is left out of the documents; one
 * in which `check` finds something is kept, with what was found among the problems.
 */
export async function readFrameworkFiles(
  folder: string,
  check: FrameworkCheck = nothingMore,
): Promise<FrameworkFiles> {
  const versions: VersionRead[] = [];
  for (const { id, version } of await listFrameworkFolders(folder)) {
    versions.push(await readVersion(folder, id, version));
  }
  const documents = versions.flatMap(({ framework }) => framework ?? []);
  const problems = versions.flatMap(({ framework, problems, locate }) => {
    if (!framework) return problems;
    const { id, follows } = framework;
    const predecessor = documents.find((other) => other.id === id && other.version === follows?.version);
    return check(framework, predecessor).map(locate);
  });
  return { documents, problems };
}

/** Reads one version of one framework; `documents` holds it alone, or nothing when it cannot be read. */
export async function readFrameworkVersion(
  folder: string,
  id: string,
  version: string,
): Promise<FrameworkFiles> {
  const { framework, problems } = await readVersion(folder, id, version);
  return { documents: framework ? [framework] : [], problems };
}

type VersionRead = {
  /** Null where it cannot be read: then `problems` says why. */
  framework: Framework | null;
  problems: FileProblem[];
  /** Where in the files a place of the document stands. */
  locate: (problem: Problem) => FileProblem;
};

async function readVersion(folder: string, id: string, version: string): Promise<VersionRead> {
  const place = `${id}/${version}`;
  const names = (await readdir(join(folder, id, version))).filter((name) => name.endsWith(".yaml")).sort();
  const stray = names.filter((name) => name !== HEAD_FILE && !DIMENSION_FILE.test(name));
  const problems = stray.map((name) => ({
    file: `${place}/${name}`,
    line: 1,
    message: "is not read under this name: call it dNN-name.yaml, for example d03-performance.yaml",
  }));
  const head = await readYaml(folder, `${place}/${HEAD_FILE}`);
  const dimensions: YamlFile[] = [];
  for (const name of names.filter((name) => DIMENSION_FILE.test(name))) {
    dimensions.push(await readYaml(folder, `${place}/${name}`));
  }
  problems.push(...[head, ...dimensions].flatMap((file) => file.problems));
  const locate = (problem: Problem) => placeOf(problem, head, dimensions);
  if (dimensions.length > 0 && isRecord(head.value) && "dimensions" in head.value) {
    const message = "dimensions: keep them here or in files of their own, not both";
    problems.push({ file: head.name, line: head.lineOf(["dimensions"]), message });
  }
  if (problems.length > 0) return { framework: null, problems, locate };

  const parsed = parseFramework(assemble(head, dimensions));
  if (!parsed.ok) return { framework: null, problems: parsed.problems.map(locate), locate };
  const { framework } = parsed;
  if (framework.id !== id || framework.version !== version) {
    const message = `is ${framework.id} ${framework.version}: its folder must be ${framework.id}/${framework.version}`;
    return { framework: null, problems: [{ file: head.name, line: head.lineOf(["id"]), message }], locate };
  }
  return { framework, problems: [], locate };
}

type YamlFile = {
  name: string;
  value: unknown;
  problems: FileProblem[];
  /** The line of the value these keys lead to, or of the nearest value around it that exists. */
  lineOf: (keys: readonly (string | number)[]) => number;
};

async function readYaml(folder: string, name: string): Promise<YamlFile> {
  const lines = new LineCounter();
  const document = parseDocument(await readFile(join(folder, name), "utf8"), {
    lineCounter: lines,
    prettyErrors: false,
  });
  const problems = document.errors.map(({ pos, message }) => ({
    file: name,
    line: Math.max(1, lines.linePos(pos[0]).line),
    message: `cannot be read as YAML: ${message}`,
  }));
  return {
    name,
    value: problems.length > 0 ? null : document.toJS(),
    problems,
    lineOf: (keys) => lineOf(document, lines, keys),
  };
}

function lineOf(document: Document, lines: LineCounter, keys: readonly (string | number)[]): number {
  for (let depth = keys.length; depth > 0; depth -= 1) {
    const node = document.getIn(keys.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** The head with its dimensions put back in; a head that is no set of named values is left for zod to refuse. */
function assemble(head: YamlFile, dimensions: readonly YamlFile[]): unknown {
  if (dimensions.length === 0 || !isRecord(head.value)) return head.value;
  return { ...head.value, dimensions: dimensions.map(({ value }) => value) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function placeOf({ path, message }: Problem, head: YamlFile, dimensions: readonly YamlFile[]): FileProblem {
  const keys = path
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const file = keys[0] === "dimensions" ? dimensions[Number(keys[1])] : undefined;
  const own = file ? keys.slice(2) : keys;
  const where = own.length > 0 ? `${own.join("/")} ` : "";
  return { file: (file ?? head).name, line: (file ?? head).lineOf(own), message: `${where}${message}` };
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
