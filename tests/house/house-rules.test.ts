import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const checkout = join(import.meta.dirname, "../..");

function filesOf(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(checkout, folder), { recursive: true, encoding: "utf8" })
      .map((file) => join(folder, file).replaceAll("\\", "/"))
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("lib/generated/")),
  );
}

describe("a newcomer finds the way", () => {
  test("because no file or folder is a drawer for anything", () => {
    const drawers = filesOf("app", "components", "lib").filter((file) =>
      /(^|\/)(index\.tsx?|types\.ts|utils?(\.ts|\/)|helpers?(\.ts|\/)|services?\/|misc\/|common\/)/.test(
        file,
      ),
    );
    expect(drawers).toEqual([]);
  });

  test("because every name is in kebab case, but for what the framework names", () => {
    const odd = filesOf("components", "lib", "scripts", "tests").filter(
      (file) => !/^[a-z0-9./-]+$/.test(file.replaceAll(/\[[A-Za-z]+\]/g, "")),
    );
    expect(odd).toEqual([]);
  });
});

test("what opens the database or knows a secret can never end up in a browser", () => {
  const reaches = /from "(@\/lib\/(db|env|logger|data\/[a-z-]+)|\.\/(tenant|env))"/;
  const guarded = [...filesOf("lib/data", "lib/auth"), "lib/db.ts", "lib/logger.ts", "lib/start-up.ts"];
  const bare = guarded
    .filter((file) => !file.endsWith(".test.ts"))
    .map((file) => ({ file, text: readFileSync(join(checkout, file), "utf8") }))
    .filter(({ text }) => reaches.test(text) && !text.includes('import "server-only";'));
  expect(bare.map(({ file }) => file)).toEqual([]);
});

test("npm ci works on every kind of machine, because the lock file names the packages of all of them", () => {
  const lock = JSON.parse(readFileSync(join(checkout, "package-lock.json"), "utf8")) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const missing = Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${place}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

test("no action keeps anything of the page it stands on, since the key that would seal it is no secret (decision 0037)", () => {
  const inside = filesOf("app", "components", "lib")
    .filter((file) => !file.endsWith(".test.ts"))
    .filter((file) =>
      readFileSync(join(checkout, file), "utf8")
        .split("\n")
        .some((line, at) => at > 0 && /^\s*["']use (server|cache)/.test(line)),
    );
  expect(inside).toEqual([]);
});

test("no unit test replaces a module: unit tests share what is loaded, so it would depend on which of them came first", () => {
  const replaces = ["vi", "mock("].join(".");
  const replacing = filesOf("app", "components", "lib", "scripts", "tests/house").filter(
    (file) => file.endsWith(".test.ts") || file.endsWith(".test.tsx"),
  );
  expect(replacing.length).toBeGreaterThan(100);
  const found = replacing.filter((file) => readFileSync(join(checkout, file), "utf8").includes(replaces));
  expect(found).toEqual([]);
});
