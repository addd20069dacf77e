import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const checkout = join(import.meta.dirname, "../..");

/** Every source file of the product; tests and the generated client are none of it. */
const sources = ["app", "components", "lib", "prisma", "scripts"].flatMap((folder) =>
  readdirSync(join(checkout, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name).slice(checkout.length + 1))
    .filter((path) => !path.startsWith("lib/generated/")),
);

/** The files in which the pattern stands, comments left out. */
function filesWith(pattern: RegExp): string[] {
  return sources
    .filter((path) => {
      const text = readFileSync(join(checkout, path), "utf8");
      const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
      return pattern.test(code);
    })
    .sort();
}

describe("there is one door to the database", () => {
  test("and these rules look at the files that matter", () => {
    expect(sources).toContain("lib/data/tenant.ts");
    expect(sources.length).toBeGreaterThan(80);
  });

  test("only lib/data/tenant.ts opens it; set-up closes it", () => {
    expect(filesWith(/\bimport\b[^;]*\b(db|query)\b[^;]*from\s+"[^"]*\/db"/)).toEqual(["lib/data/tenant.ts"]);
  });

  test("only lib/db.ts makes a client", () => {
    expect(filesWith(/new\s+PrismaClient\b/)).toEqual(["lib/db.ts"]);
  });

  test("only lib/data/tenant.ts opens a transaction", () => {
    expect(filesWith(/\$transaction\b/)).toEqual(["lib/data/tenant.ts"]);
  });
});

describe("what a person is may be said for one transaction at a time alone", () => {
  test("in two places: opening a transaction, and finding out who is signed in", () => {
    expect(filesWith(/set_config\s*\(/)).toEqual(["lib/data/live-user.ts", "lib/data/tenant.ts"]);
  });

  test("never for the connection", () => {
    expect(filesWith(/set_config\s*\([^)]*,\s*false\s*\)/)).toEqual([]);
    expect(filesWith(/`\s*SET\s+(SESSION\s+)?(app\.|ROLE)/i)).toEqual([]);
  });
});

describe("SQL written by hand", () => {
  test("stands in a few files of the data layer, each with its reason", () => {
    expect(
      filesWith(/\$(query|execute)Raw\b|\bPrisma\.sql\b/).filter(
        (path) => path.startsWith("lib/") || path.startsWith("app/"),
      ),
    ).toEqual([
      "lib/data/audit-seal.ts",
      "lib/data/challenges.ts",
      "lib/data/expired-evidence.ts",
      "lib/data/hold-organisation.ts",
      "lib/data/installation.ts",
      "lib/data/latest-results.ts",
      "lib/data/live-user.ts",
      "lib/data/people.ts",
      "lib/data/sessions.ts",
      "lib/data/start-up-check.ts",
      "lib/data/tenant.ts",
      "lib/data/write-answer.ts",
    ]);
  });

  test("is never put together from texts", () => {
    expect(filesWith(/\.\$(query|execute)RawUnsafe|Prisma\.raw\b/)).toEqual([]);
  });
});

test("a page or route never acts as the system", () => {
  expect(
    filesWith(/\bsystemActor\b/).filter((path) => /^(app|components|lib\/(auth|http))\//.test(path)),
  ).toEqual([]);
});

test("only the data layer says who somebody is", () => {
  expect(filesWith(/\basCurrentUser\b/)).toEqual(["lib/access/user.ts", "lib/data/live-user.ts"]);
});
