import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startSession } from "@/lib/data/sessions";
import { builtActions, builtRoutes } from "@/tests/support/built-places";
import { fileDatabase } from "@/tests/support/database";
import { addressOf, ask, atOnce } from "@/tests/support/isolation-requests";
import { forged, forgedFor } from "@/tests/support/isolation-table";
import { oddText } from "@/tests/support/odd-input";
import { ORIGIN, type Served, serve } from "@/tests/support/served";
import { type TwoOrganisations, twoOrganisations } from "@/tests/support/two-organisations";

/** How many bodies each route and each form is sent: ten thousand take most of a day. */
const BODIES = Number(process.env.FUZZ_BODIES ?? 1_000);
/**
 * What the service may keep of what it was sent, and what its process may come to with everything it needs. A process
 * that may keep more takes more before it lets go of any, so that how much it grew says nothing of what it lost.
 */
const HEAP_MB = 384;
const MOST_MB = 900;
vi.setConfig({ testTimeout: 10 * 60 * 60_000 });

let served: Served;
let both: TwoOrganisations;

beforeAll(async () => {
  both = await twoOrganisations();
  served = await serve(fileDatabase().appUrl, {
    NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
    WEB_CONCURRENCY: "1",
  });
});
afterAll(() => served?.stop());

const fromOurPage = {
  origin: ORIGIN,
  "sec-fetch-site": "same-origin",
  "x-forwarded-host": new URL(ORIGIN).host,
};
const newToken = () => startSession(both.ours.lead.user.personId, { assured: true, now: new Date() });

const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
const body = fc.oneof(
  fc.json(),
  fc
    .dictionary(
      fc.constantFrom(
        "version",
        "criteria",
        "level",
        "note",
        "confidence",
        "notApplicable",
        "met",
        "__proto__",
      ),
      fc.oneof(fc.jsonValue(), oddText),
    )
    .map((value) => JSON.stringify(value)),
  oddText,
  fc.constantFrom(
    deep(50),
    deep(20_000),
    `{"note":"${"x".repeat(900_000)}"}`,
    '{"version":1e999}',
    "\ufeff{}",
  ),
  fc.uint8Array({ maxLength: 60 }),
);
const type = fc.constantFrom(
  ...[
    "application/json",
    "application/json; charset=utf-16",
    "text/plain",
    "application/x-www-form-urlencoded",
  ],
  ...["multipart/form-data; boundary=x", "multipart/form-data", "application/octet-stream", ""],
);

test("whatever body a route is sent, it is answered, refused in words, and never stumbled over (FZ-2)", async () => {
  const writing = builtRoutes().flatMap(({ route, methods }) =>
    methods.filter((method) => method !== "GET").map((method) => ({ route, method })),
  );
  const wrong: unknown[] = [];
  for (const { route, method } of writing) {
    // Signing out ends it, and so may anything else that is sent.
    const token = await newToken();
    const sent = fc.sample(fc.tuple(body, type), { numRuns: BODIES, seed: 5 });
    await atOnce(sent, async ([content, contentType]) => {
      const { status } = await ask(served, addressOf(route, both.ours.open), token, {
        method,
        body: content as string | Uint8Array<ArrayBuffer>,
        headers: { ...fromOurPage, "content-type": contentType, "idempotency-key": randomUUID() },
      });
      if (status >= 500) wrong.push([method, route, status, contentType, String(content).slice(0, 80)]);
    });
  }
  expect(wrong).toEqual([]);
  expect(served.printed()).not.toMatch(/unhandledRejection|uncaughtException|⨯/);
  expect(await served.memory()).toBeLessThan(MOST_MB);
});

test("whatever a form is filled in with, it comes back in words, and nothing is stumbled over (FZ-2)", async () => {
  const wrong: unknown[] = [];
  for (const action of builtActions()) {
    const token = await newToken();
    const fields = { ...forged(both.ours.open), ...forgedFor[action.name]?.(both.ours.open) };
    // What is right of it stays, so that the odd rest gets further than the first field.
    const filled = fc.record(
      Object.fromEntries(
        Object.entries(fields).map(([name, right]) => [
          name,
          fc.oneof({ weight: 3, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: oddText }),
        ]),
      ),
    );
    const page = addressOf(action.pages[0] ?? "/", both.ours.open);
    await atOnce(fc.sample(filled, { numRuns: BODIES, seed: 5 }), async (values) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(values)) form.append(`_1_${name}`, value);
      form.set("0", JSON.stringify([{ values: {}, fieldErrors: {}, formErrors: [] }, "$K1"]));
      const { status } = await ask(served, page, token, {
        method: "POST",
        body: form,
        headers: { ...fromOurPage, "next-action": action.id, accept: "text/x-component" },
      });
      if (status >= 500) wrong.push([action.file, action.name, status, JSON.stringify(values).slice(0, 400)]);
    });
  }
  expect(wrong).toEqual([]);
  expect(served.printed()).not.toMatch(/unhandledRejection|uncaughtException|⨯/);
  expect(await served.memory()).toBeLessThan(MOST_MB);
});
