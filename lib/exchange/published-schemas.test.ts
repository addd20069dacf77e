import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { publishedSchemas } from "@/lib/exchange/published-schemas";

const FOLDER = new URL("../../docs/schemas/", import.meta.url);

test("the schemas others build on are those the code reads and writes by (npm run schemas writes them)", async () => {
  const kept = (await readdir(FOLDER)).filter((name) => name.endsWith(".schema.json"));
  expect(kept.sort()).toEqual(Object.keys(publishedSchemas()).sort());
  for (const [name, text] of Object.entries(publishedSchemas())) {
    expect(JSON.parse(await readFile(new URL(name, FOLDER), "utf8"))).toEqual(JSON.parse(text));
  }
});
