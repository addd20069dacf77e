import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { stringify } from "yaml";
import { readFrameworkFiles } from "@/lib/exchange/framework-files";
import { aCapability, aDimension, aFrameworkDocument, workedExample } from "@/tests/support/framework";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "frameworks-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), content);
}

const { dimensions, ...head } = aFrameworkDocument([
  aDimension("A", [aCapability("a1")]),
  aDimension("B", [aCapability("b1")]),
]);

test("a framework with a file for each dimension reads like one in a single file", async () => {
  await write("small/1/framework.yaml", stringify(head));
  await write("small/1/d02-b.yaml", stringify(dimensions[1]));
  await write("small/1/d01-a.yaml", stringify(dimensions[0]));
  await write("small/1/CHANGELOG.md", "- first");
  const apart = await readFrameworkFiles(folder);
  expect(apart.problems).toEqual([]);
  expect(apart.documents[0]?.dimensions.map(({ id }) => id)).toEqual(["A", "B"]);

  await rm(join(folder, "small"), { recursive: true });
  await write("small/1/framework.yaml", stringify({ ...head, dimensions }));
  expect(await readFrameworkFiles(folder)).toEqual(apart);
});

test("a mistake in a dimension is named with its file, its line and what to do, and spares other frameworks", async () => {
  await write("small/1/framework.yaml", stringify(head));
  const mistyped = stringify(dimensions[0]).replace("effort: S", "effort: XS");
  await write("small/1/d01-a.yaml", mistyped);
  await write("example/1/framework.yaml", stringify({ ...workedExample(), id: "example" }));
  const { documents, problems } = await readFrameworkFiles(folder);
  expect(documents.map(({ id }) => id)).toEqual(["example"]);
  expect(problems).toEqual([
    {
      file: "small/1/d01-a.yaml",
      line: mistyped.split("\n").findIndex((line) => line.includes("XS")) + 1,
      message: "capabilities/0/levels/1/criteria/0/effort must be one of: S, M, L, XL",
    },
  ]);
});

test("a mistake in the head is named in the head", async () => {
  await write("small/1/framework.yaml", `${stringify({ ...head, dimensions })}colour: blue\n`);
  const { problems } = await readFrameworkFiles(folder);
  const lines = stringify({ ...head, dimensions }).split("\n").length;
  expect(problems).toEqual([
    {
      file: "small/1/framework.yaml",
      line: lines,
      message: "colour is an unknown key: check its spelling or remove it",
    },
  ]);
});

test("broken YAML, a key given twice and a file nobody would read are each named", async () => {
  await write("small/1/framework.yaml", "id: small\nid: smaller\n");
  await write("small/1/d01-a.yaml", "id: A\nname: [\n");
  await write("small/1/dimension.yaml", "id: B\n");
  const { documents, problems } = await readFrameworkFiles(folder);
  expect(documents).toEqual([]);
  expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
    "small/1/dimension.yaml:1",
    "small/1/framework.yaml:2",
    "small/1/d01-a.yaml:3",
  ]);
});

test("a framework in a folder of another name or version is refused, and so are dimensions in both places", async () => {
  await write("large/2/framework.yaml", stringify({ ...head, dimensions }));
  await write("small/1/framework.yaml", stringify({ ...head, dimensions }));
  await write("small/1/d01-a.yaml", stringify(dimensions[0]));
  const { documents, problems } = await readFrameworkFiles(folder);
  expect(documents).toEqual([]);
  expect(problems.map(({ message }) => message)).toEqual([
    "is small 1: its folder must be small/1",
    "dimensions: keep them here or in files of their own, not both",
  ]);
});
