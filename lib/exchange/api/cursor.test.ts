import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pageOf, readCursor, writeCursor } from "./cursor";

describe("a program reads a long list page by page", () => {
  test("and gets every entry once, in order, whatever the size of a page", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.uuid(), { maxLength: 40 }),
        fc.integer({ min: 1, max: 50 }),
        (all, limit) => {
          const read: string[] = [];
          let after: string | null = null;
          for (;;) {
            const page: { items: string[]; next: string | null } = pageOf(all, (id) => id, { after, limit });
            read.push(...page.items);
            if (page.next === null) break;
            expect(page.items).toHaveLength(limit);
            after = readCursor("key", page.next)?.after ?? null;
            expect(after).toBe(page.items.at(-1));
          }
          expect(read).toEqual(all);
        },
      ),
    );
  });

  test("an entry that went away meanwhile: the list begins anew, so that nothing is left out", () => {
    expect(pageOf(["a", "b"], (id) => id, { after: "gone", limit: 1 }).items).toEqual(["a"]);
  });
});

describe("a cursor comes back", () => {
  test("as it was given", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true }),
        fc.bigInt({ min: 1n, max: 10n ** 18n }),
        (date, number) => {
          const place = { at: date.toISOString(), id: String(number) };
          expect(readCursor("event", writeCursor<"event">(place))).toEqual(place);
        },
      ),
    );
  });

  test("or as something else: it is none, and never an error", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json().map(asBase64)), (text) => {
        expect(readCursor("event", text)).toBeNull();
      }),
    );
    expect(readCursor("event", writeCursor<"key">({ after: "x" }))).toBeNull();
    expect(readCursor("key", asBase64('{"after":"x","more":1}'))).toBeNull();
    expect(
      readCursor("event", asBase64('{"at":"2026-01-01T00:00:00.000Z","id":"1; DROP TABLE x"}')),
    ).toBeNull();
  });
});

function asBase64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64url");
}
