import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { readFields } from "@/lib/http/read-fields";
import { oddField } from "@/tests/support/odd-input";

const app = join(import.meta.dirname, "../../app");
const files = readdirSync(app, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.ts$/.test(file) && !file.endsWith(".test.ts"))
  .map((file) => ({ file, text: readFileSync(join(app, file), "utf8") }))
  .filter(({ text }) => text.startsWith('"use server"'));

/** Each form of the service, with the file its action stands in. */
const found: { name: string; schema: z.ZodType; fields: string[] }[] = [];
beforeAll(async () => {
  // What each action reads its form with is known to the wrapper alone, so the wrapper is replaced by one that tells.
  // Files share what is loaded, so both before and after it is loaded anew.
  const forms: z.ZodType[] = [];
  const noted = (schema: z.ZodType) => {
    forms.push(schema);
    return () => undefined;
  };
  vi.resetModules();
  vi.doMock("@/lib/http/form-action", () => ({ formAction: noted, visitorAction: noted }));
  for (const { file } of files) {
    const before = forms.length;
    await import(join(app, file));
    forms
      .slice(before)
      .forEach((schema, at) => found.push({ name: `${file} ${at + 1}`, schema, fields: fieldsOf(schema) }));
  }
  vi.doUnmock("@/lib/http/form-action");
  vi.resetModules();
});

/** The names a schema reads, wherever in it they stand. */
function fieldsOf(schema: unknown, seen = new Set<unknown>()): string[] {
  if (typeof schema !== "object" || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const { def } = (schema as { _zod?: { def: Record<string, unknown> } })._zod ?? {};
  if (!def) return [];
  const shape = (def.shape ?? {}) as Record<string, unknown>;
  const inner = [def.in, def.out, def.left, def.right, def.innerType, ...((def.options ?? []) as unknown[])];
  return [...new Set([...Object.keys(shape), ...inner.flatMap((one) => fieldsOf(one, seen))])];
}

describe("somebody sends a form of this service with anything at all in it (FZ-1)", () => {
  test("every action there is reads its form through the one wrapper", () => {
    const actions = files.flatMap(({ text }) => text.match(/^export (const|async function) \w+/gm) ?? []);
    expect(found.length).toBe(actions.length);
    expect(found.length).toBeGreaterThan(80);
  });

  test("and it is read, or told field by field what is wrong with it; it is never thrown at us", () => {
    for (const { name, schema, fields } of found) {
      const form = fc
        .tuple(
          fc.record(Object.fromEntries(fields.map((field) => [field, oddField])), { requiredKeys: [] }),
          fc.dictionary(fc.string({ maxLength: 12 }), oddField, { maxKeys: 2 }),
        )
        .map(([known, other]) => ({ ...other, ...known }));
      fc.assert(
        fc.property(form, (input) => {
          const { success, error } = readFields(schema, input);
          const told = success || error.issues.every(({ message }) => message.length > 0);
          if (!told) throw new Error(`${name} says nothing`);
        }),
        { numRuns: 60 },
      );
    }
  });

  test("what is wrong is told in words for people, not for programmers", () => {
    const forProgrammers = /expected|received|undefined|NaN|regex|Invalid (input|option|string)/;
    const bare = found.flatMap(({ name, schema }) => {
      const { error } = readFields(schema, {});
      return (error?.issues ?? [])
        .filter(({ path, message }) => path.length > 0 && forProgrammers.test(message))
        .map(({ path, message }) => `${name}: ${path.join(".")}: ${message}`);
    });
    expect(bare).toEqual([]);
  });

  test("a care setting that is none, and stands in the address a form leads to, is refused (FZ-2)", () => {
    const asking = found.filter(({ fields }) => fields.includes("setting"));
    expect(asking.length).toBeGreaterThan(3);
    const refusing = asking.filter(({ schema }) =>
      readFields(schema, { setting: "\u{1f600}" }).error?.issues.some(({ path }) => path[0] === "setting"),
    );
    expect(refusing.map(({ name }) => name)).toEqual(asking.map(({ name }) => name));
  });
});
