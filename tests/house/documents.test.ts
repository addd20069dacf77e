import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const checkout = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(checkout, file), "utf8");

describe("somebody adds a package", () => {
  const manifest = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
  const packages = ["dependencies", "optionalDependencies", "devDependencies"]
    .flatMap((group) => Object.keys(manifest[group] ?? {}))
    .sort();
  const rows = read("docs/dependencies.md")
    .split("\n")
    .filter((line) => /^\| `/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, name = "", purpose = "", reason = "", licence = ""]) => ({
      name: name.replaceAll("`", ""),
      told: purpose.length > 3 && reason.length > 3,
      licence,
    }));

  test("and says in docs/dependencies.md what it is for and why this one", () => {
    expect(rows.map(({ name }) => name).sort()).toEqual(packages);
    expect(rows.filter(({ told }) => !told)).toEqual([]);
  });

  test("with the licence it is registered with", () => {
    const lock = JSON.parse(read("package-lock.json")) as { packages: Record<string, { license?: string }> };
    const wrong = rows.filter(
      ({ name, licence }) => lock.packages[`node_modules/${name}`]?.license !== licence,
    );
    expect(wrong).toEqual([]);
  });

  test("in one exact version, so that everybody runs the same", () => {
    const versions = ["dependencies", "optionalDependencies", "devDependencies"].flatMap((group) =>
      Object.entries(manifest[group] ?? {}),
    );
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
  });
});

describe("a newcomer follows the documents", () => {
  const documents = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    ...markdownIn("docs"),
    "frameworks/README.md",
  ];

  test.each(documents)("%s names only files, folders and commands that are there", (document) => {
    const text = read(document);
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const commands = [...text.matchAll(/npm run (?:--silent )?([a-z][a-z:-]*)/g)].map(
      ([, name]) => name ?? "",
    );
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);

    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, path]) => path ?? "");
    expect(links.filter((path) => !existsSync(join(checkout, document, "..", path)))).toEqual([]);

    const places = [
      ...text.matchAll(/`((?:app|components|docs|frameworks|lib|prisma|public|scripts|tests)\/[^`\s]*)`/g),
    ]
      .map(([, path]) => path ?? "")
      .filter((path) => !/[*…<>{}]/.test(path));
    expect(places.filter((path) => !existsSync(join(checkout, path)))).toEqual([]);
  });
});

test("what docs/assurance.md calls proven is proven by a test of that name", () => {
  const claims = [...read("docs/assurance.md").matchAll(/`([^`]+\.ts)`: ((?:"[^"]+"(?:, )?)+)/g)].flatMap(
    ([, file = "", titles = ""]) =>
      [...titles.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => ({ file, title })),
  );
  expect(claims.length).toBeGreaterThan(40);
  expect(
    claims.filter(({ file, title }) => !existsSync(join(checkout, file)) || !read(file).includes(title)),
  ).toEqual([]);
});

function markdownIn(folder: string): string[] {
  return readdirSync(join(checkout, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join(folder, file).replaceAll("\\", "/"));
}
