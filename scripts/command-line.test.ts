import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { resultSchema } from "@/lib/scoring/result";
import type { Command, Outcome } from "@/scripts/command-line";
import { frameworkCheckCommand } from "@/scripts/commands/framework-check";
import { frameworkCommand } from "@/scripts/commands/framework";
import { frontierCommand } from "@/scripts/commands/frontier";
import { routeCommand } from "@/scripts/commands/route";
import { scoreCommand } from "@/scripts/commands/score";
import { workedExample } from "@/tests/support/framework";

let folder: string;

/** Case 2 of the worked examples: only the gate a1 holds it at stage 2. */
const CASE_2 = {
  format: "digital-maturity/assessment@1",
  framework: { id: "example", version: "1" },
  careSetting: "acute",
  answers: [
    { capability: "a1", level: 2 },
    { capability: "a2", level: 4 },
    { capability: "b1", level: 3 },
    { capability: "b2", level: 3 },
    { capability: "b3", level: 3 },
  ],
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "command-line-"));
  await write("frameworks/example/1/framework.yaml", stringify({ ...workedExample(), id: "example" }));
  await write("frameworks/broken/1/framework.yaml", "format: none\n");
  await write("case-2.json", JSON.stringify(CASE_2));
  await write(
    "bad.json",
    JSON.stringify({ ...CASE_2, answers: [{ capability: "z9" }, { capability: "a1", level: 9 }] }),
  );
  await write("unknown.json", JSON.stringify({ ...CASE_2, answers: [{ capability: "z9" }] }));
  await write("elsewhere.json", JSON.stringify({ ...CASE_2, framework: { id: "../example", version: "1" } }));
  await write("broken.json", JSON.stringify({ ...CASE_2, framework: { id: "broken", version: "1" } }));
  await write("twice.json", '{"format":1,"format":2}');
});

afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, content: string): Promise<void> {
  await mkdir(join(folder, name, ".."), { recursive: true });
  await writeFile(join(folder, name), content);
}

function run(command: Command, ...args: string[]): Promise<Outcome> {
  return command(args, {
    frameworks: join(folder, "frameworks"),
    folder,
    readStandardInput: () => Promise.resolve(JSON.stringify(CASE_2)),
  });
}

async function printed(command: Command, ...args: string[]): Promise<unknown> {
  const outcome = await run(command, ...args);
  if (outcome.exitCode !== 0) throw new Error(outcome.errors.join("\n"));
  return JSON.parse(outcome.output);
}

describe("score", () => {
  test("prints the result document of a file beside the person, or of standard input", async () => {
    const result = resultSchema.parse(await printed(scoreCommand, "case-2.json"));
    expect(result.stage).toEqual({ low: 2, high: 2, final: true });
    expect(result.heldBy).toEqual([{ kind: "gate", capability: "a1", value: 2, needs: 3 }]);
    expect(await printed(scoreCommand, "-")).toEqual(result);
    expect(await printed(scoreCommand, join(folder, "case-2.json"))).toEqual(result);
  });

  test.each([
    ["bad.json", ["/answers/1/level: must be one of: 1, 2, 3, 4, 5"]],
    ["unknown.json", ["/answers/0/capability: z9 is not a capability of example 1"]],
    ["elsewhere.json", ["/framework: ../example 1 is not a framework version known here"]],
    ["twice.json", ["/format: is given twice"]],
  ])("%s: bad input exits 2 and names each place on a line", async (file, errors) => {
    expect(await run(scoreCommand, file)).toEqual({ exitCode: 2, errors });
  });

  test("a file that is not there is bad input too, and so is no file or two", async () => {
    expect(await run(scoreCommand, "nowhere.json")).toMatchObject({ exitCode: 2 });
    expect(await run(scoreCommand)).toMatchObject({ exitCode: 2 });
    expect(await run(scoreCommand, "case-2.json", "case-2.json")).toMatchObject({ exitCode: 2 });
  });

  test("a framework that cannot be read is a fault of the installation, named with file and line", async () => {
    const outcome = await run(scoreCommand, "broken.json");
    expect(outcome).toMatchObject({ exitCode: 1 });
    expect(outcome.exitCode === 1 && outcome.errors[0]).toMatch(
      /^frameworks\/broken\/1\/framework\.yaml:1: /,
    );
  });
});

describe("route", () => {
  test("prints what to raise, the criteria to meet and the result then", async () => {
    expect(await printed(routeCommand, "case-2.json", "--to-stage", "3")).toMatchObject({
      cost: 1,
      raises: [{ capability: "a1", from: 2, to: 3, cost: 1, criteria: ["a1-l3-a"] }],
      result: { stage: { low: 3 } },
    });
  });

  test("says that this is arithmetic and not advice, beside the document and never in it", async () => {
    const outcome = await run(routeCommand, "case-2.json", "--to-stage", "3");
    expect(outcome).toMatchObject({ exitCode: 0, caution: expect.stringContaining("not advice") });
  });

  test("both goals, pins and exclusions all count", async () => {
    const args = [
      "--to-stage",
      "3",
      "--to-overall=3.2",
      "--pin",
      "b3=4",
      "--exclude",
      "b1",
      "--exclude",
      "b2",
    ];
    const route = await printed(routeCommand, "case-2.json", ...args);
    expect(route).toMatchObject({
      cost: 2,
      raises: [
        { capability: "a1", to: 3 },
        { capability: "b3", to: 4 },
      ],
      result: { overall: { low: 3 + 5 / 12 } },
    });
  });

  test("nothing to do costs nothing", async () => {
    expect(await printed(routeCommand, "case-2.json", "--to-stage", "2")).toMatchObject({
      cost: 0,
      raises: [],
    });
  });

  test("what nothing reaches exits 3 and says why", async () => {
    expect(await run(routeCommand, "case-2.json", "--to-stage", "3", "--exclude", "a1")).toEqual({
      exitCode: 3,
      errors: ["Nothing reaches stage 3: a1 stays at level 2 and needs 3"],
    });
    expect(await run(routeCommand, "case-2.json", "--to-overall", "5.01")).toMatchObject({ exitCode: 3 });
  });

  test.each([
    [["case-2.json"]],
    [["--to-stage", "3"]],
    [["case-2.json", "--to-stage", "6"]],
    [["case-2.json", "--to-overall", "high"]],
    [["case-2.json", "--to-stage", "3", "--pin", "a1"]],
    [["case-2.json", "--to-stage", "3", "--pin", "z9=3"]],
    [["case-2.json", "--to-stage", "3", "--exclude", "z9"]],
    [["case-2.json", "--to-stage", "3", "--pin", "a1=2", "--exclude", "a1"]],
    [["case-2.json", "--to-stage", "3", "--to-level", "4"]],
    [["unknown.json", "--to-stage", "3"]],
  ])("%j is bad input", async (args) => {
    expect(await run(routeCommand, ...args)).toMatchObject({ exitCode: 2 });
  });
});

describe("frontier", () => {
  test("prints today first, then each cost at which something grows", async () => {
    const points = await printed(frontierCommand, "case-2.json");
    expect(points).toEqual(
      expect.arrayContaining([
        { cost: 0, overall: 3, stage: 2 },
        { cost: 1, overall: 3.25, stage: 3 },
        { cost: 10, overall: 5, stage: 5 },
      ]),
    );
    expect(points).toHaveProperty("0", { cost: 0, overall: 3, stage: 2 });
  });
});

describe("framework", () => {
  test("lists the versions there are, one a line, and prints the one asked for", async () => {
    expect(await run(frameworkCommand)).toEqual({ exitCode: 0, output: "broken@1\nexample@1\n" });
    expect(await printed(frameworkCommand, "example@1")).toEqual({ ...workedExample(), id: "example" });
    expect(await run(frameworkCommand, "example@2")).toMatchObject({ exitCode: 2 });
  });

  test("the check names what is to be mended and exits 1", async () => {
    expect(await run(frameworkCheckCommand)).toMatchObject({ exitCode: 1 });
  });
});

describe("as it is called", () => {
  test("from another folder, with a relative file: the document alone on standard output", async () => {
    const framework = await promisify(execFile)(process.execPath, [
      "--import",
      "tsx",
      "scripts/framework.ts",
    ]);
    expect(framework.stdout.split("\n")).toContain("nhs-trust@2026.1");
  });

  test("bad input leaves standard output empty and sets the exit code", async () => {
    const call = promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "scripts/score.ts", "unknown.json"],
      {
        env: { ...process.env, INIT_CWD: folder },
      },
    );
    await expect(call).rejects.toMatchObject({
      code: 2,
      stdout: "",
      stderr: "/framework: example 1 is not a framework version known here\n",
    });
  });
});
