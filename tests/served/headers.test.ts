import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { startSession } from "@/lib/data/sessions";
import { planPath, trustPath } from "@/lib/http/addresses";
import { withConnection } from "@/scripts/database/connection";
import { fileDatabase } from "@/tests/support/database";
import { ORIGIN, type Served, serve, SESSION_COOKIE } from "@/tests/support/served";
import { sharedCache } from "@/tests/support/shared-cache";
import { makeTrust, type Trust } from "@/tests/support/trust";

let served: Served;
let cookie = "";
let trust: Trust;

async function signedIn({ personId }: CurrentUser): Promise<string> {
  return `${SESSION_COOKIE}=${await startSession(personId, { assured: true, now: new Date() })}`;
}

beforeAll(async () => {
  trust = await makeTrust();
  cookie = await signedIn(await trust.let("digital_lead"));
  served = await serve(fileDatabase().appUrl);
});
afterAll(() => served?.stop());

const answer = "/api/assessments/00000000-0000-4000-8000-000000000000/answers/c01-1/acute";
const form = { "content-type": "application/x-www-form-urlencoded" };
/** As the answer page saves: such a request goes past the proxy. */
const withKey = { "idempotency-key": "00000000-0000-4000-8000-000000000001" };

/** A reply of every kind: what is asked, and the status it has. */
const kinds: readonly [string, number, path: string, init?: RequestInit][] = [
  ["a page", 200, "/"],
  ["a page with a form", 200, "/sign-in"],
  ["a page from the database", 200, "/frameworks/nhs-trust/2026.1"],
  ["a page that is not there", 404, "/nowhere"],
  ["a page without its record", 404, "/frameworks/nothing/1"],
  ["a redirect", 307, "/trusts"],
  ["one slash too many", 308, "/frameworks/"],
  ["two slashes in a row", 308, "//frameworks"],
  ["two slashes further on", 308, "/trusts//NONE/plan?x=//"],
  ["an address that cannot be read", 400, "/trusts/%E0%A4%A"],
  ["the page for an outage", 503, "/unavailable"],
  ["a file to save", 200, "/frameworks/nhs-trust/2026.1/framework.csv"],
  ["a document for systems", 200, "/api/v1/frameworks/nhs-trust/2026.1"],
  ["a route that is not there", 404, "/api/nothing"],
  ["a route that wants somebody signed in", 401, answer],
  ["a save from elsewhere", 403, answer, { method: "PUT", headers: { origin: "https://evil.example" } }],
  ["a save by nobody", 401, answer, { method: "PUT", headers: { ...withKey, origin: ORIGIN } }],
  ["a save from elsewhere, with a key", 403, answer, { method: "PUT", headers: withKey }],
  ["an answer asked for with a key", 401, answer, { headers: withKey }],
  ["a method that saving has not", 405, answer, { method: "DELETE", headers: withKey }],
  ["one slash too many, with a key", 308, `${answer}/`, { headers: withKey }],
  [
    "typed text given back",
    401,
    answer,
    { method: "POST", headers: { ...form, origin: ORIGIN }, body: "note=x" },
  ],
  ["a method a route has not", 405, "/api/health", { method: "PUT" }],
  ["signing out", 303, "/api/auth/sign-out", { method: "POST", headers: { origin: ORIGIN } }],
  ["an icon", 200, "/icons/icon.svg"],
  ["a style of its own", 200, "/plain.css"],
  ["a built file that is not there", 404, "/_next/static/nothing.js"],
  ["the data of a page", 404, "/_next/data/x/index.json"],
  ["a picture to be made smaller", 404, "/_next/image?url=%2Ficons%2Ficon.svg&w=64&q=75"],
];

function expectGuarded({ headers }: Response): void {
  expect(Object.fromEntries(headers)).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "strict-transport-security": expect.stringMatching(/^max-age=(31536000|63072000)\b/),
    "content-security-policy": expect.stringMatching(/frame-ancestors 'none'/),
  });
  expect(headers.has("x-powered-by")).toBe(false);
}

/** Runs `act` while a table is not there. */
async function without(table: string, act: () => Promise<void>): Promise<void> {
  const rename = (from: string, to: string) =>
    withConnection(fileDatabase().ownerUrl, (owner) => owner.query(`ALTER TABLE ${from} RENAME TO ${to}`));
  await rename(table, `${table}_gone`);
  try {
    await act();
  } finally {
    await rename(`${table}_gone`, table);
  }
}

describe("every kind of reply protects whoever gets it (HD-1)", () => {
  test.each(kinds)("%s (%i)", async (_kind, status, path, init) => {
    const reply = await served.ask(path, init);
    expect(reply.status).toBe(status);
    expectGuarded(reply);
  });

  test("a save that fails for a reason nobody foresaw (500), kept by no cache either", async () => {
    await without("assessment", async () => {
      const headers = { ...withKey, origin: ORIGIN, cookie, "content-type": "application/json" };
      const reply = await served.ask(answer, { method: "PUT", headers, body: `{"version":0,"level":1}` });
      expect(reply.status).toBe(500);
      expectGuarded(reply);
      expect(reply.headers.get("cache-control")).toMatch(/no-store/);
    });
  });

  test("what fails for a reason nobody foresaw, page and file (500)", async () => {
    const asked = [planPath(trust.odsCode), planPath(trust.odsCode, "plan.xlsx")];
    await without("planned_action", async () => {
      for (const path of asked) {
        const reply = await served.ask(path, { headers: { cookie } });
        expect([path, reply.status]).toEqual([path, 500]);
        expectGuarded(reply);
        expect(reply.headers.get("cache-control")).toMatch(/no-store/);
        expect(await reply.text()).not.toMatch(/planned_action|Prisma|42P01|\.js:\d+:\d+/);
      }
    });
    expect((await served.ask(asked[0] ?? "", { headers: { cookie } })).status).toBe(200);
  });

  test("no script in a page runs but those with the nonce of that reply", async () => {
    for (const path of ["/", "/sign-in", "/nowhere", "/rapid-check"]) {
      const reply = await served.ask(path);
      const nonce = /'nonce-([^']+)'/.exec(reply.headers.get("content-security-policy") ?? "")?.[1];
      const scripts = (await reply.text()).match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    }
  });

  test("what is for somebody signed in is kept by no cache", async () => {
    for (const path of ["/trusts", "/trusts/NONE", "/frameworks", answer]) {
      const reply = await served.ask(path, { headers: { cookie } });
      expect(reply.headers.get("cache-control")).toMatch(/private.*no-store|no-store.*private/);
    }
    const saved = await served.ask(answer, { method: "DELETE", headers: { ...withKey, cookie } });
    expect(saved.headers.get("cache-control")).toMatch(/no-store/);
  });
});

describe("a cache that both trusts share stands in front (HD-3)", () => {
  test("whoever comes after us gets nothing of ours from it; what is public it may keep", async () => {
    const cache = await sharedCache(served);
    try {
      const theirs = await signedIn(await (await makeTrust()).let("digital_lead"));
      const ours = [trust.name, `digital_lead of ${trust.odsCode}`];
      const paths = [
        ...["/", "/help", "/frameworks", "/account", "/trusts", "/api/session", "/account/data/account.json"],
        ...[trustPath(trust.odsCode), planPath(trust.odsCode), planPath(trust.odsCode, "plan.xlsx")],
        ...["/nowhere", "/frameworks/nhs-trust/2026.1/framework.csv", "/api/v1/frameworks/nhs-trust/2026.1"],
      ];
      const shown: string[] = [];
      for (const path of paths) {
        const { text } = await cache.ask(path, { cookie });
        if (ours.some((words) => text.includes(words))) shown.push(path);
      }
      expect(shown).toEqual(expect.arrayContaining(["/", "/help", "/account", trustPath(trust.odsCode)]));
      for (const who of [{ cookie: theirs }, undefined]) {
        for (const path of paths) {
          const { text, hit } = await cache.ask(path, who);
          for (const words of ours) expect([path, hit, text.includes(words)]).toEqual([path, hit, false]);
        }
      }
      expect(cache.kept()).toContain("/api/v1/frameworks/nhs-trust/2026.1");
    } finally {
      await cache.stop();
    }
  });
});

describe("what is sent to be saved has to be readable (IN-6)", () => {
  const put = (body: string | Uint8Array<ArrayBuffer>, type = "application/json") =>
    served.ask(answer, {
      method: "PUT",
      headers: { cookie, origin: ORIGIN, "content-type": type, "idempotency-key": crypto.randomUUID() },
      body,
    });
  const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;

  test.each([
    ["text/plain", 415, "{}", "text/plain"],
    ["a form", 415, "version=0", form["content-type"]],
    ["no JSON", 400, "{version:0}"],
    ["an empty body", 400, ""],
    ["letters that are no UTF-8", 400, Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ["one key twice", 400, '{"version":0,"level":2,"level":3}'],
    ["__proto__", 400, '{"version":0,"level":2,"__proto__":{"note":"x"}}'],
    ["ten thousand levels of nesting", 400, deep],
    ["more than may be sent", 413, JSON.stringify({ note: "x".repeat(100_000) })],
    ["ten megabytes of text", 413, JSON.stringify({ note: "x".repeat(10_000_000) })],
  ])("%s is answered %i, with what to do about it", async (_what, status, body, type?: string) => {
    const reply = await put(body, type);
    expect(reply.status).toBe(status);
    const { title, errors } = (await reply.json()) as { title: string; errors?: { message: string }[] };
    const told = [title, ...(errors ?? []).map(({ message }) => message)].join(" ");
    expect(told).toMatch(/Send|may be at most|given twice|cannot be used|nested|is not JSON/);
    expect(told).not.toMatch(/Invalid|Zod|at .*\.js/);
  });
});

describe("nothing of the inside is served (SC-1)", () => {
  test.each([
    "/.git/config",
    "/.env",
    "/package.json",
    "/prisma/schema.prisma",
    "/_next/../package.json",
    "/_next/static/..%2f..%2fpackage.json",
    "/server/app/page.js",
    "/.next/BUILD_ID",
  ])("%s", async (path) => {
    const reply = await served.ask(path);
    expect([400, 404]).toContain(reply.status);
    expect(await reply.text()).not.toContain('"dependencies"');
  });

  test("no source map stands beside a built file", async () => {
    const page = await (await served.ask("/sign-in")).text();
    const scripts = [...page.matchAll(/src="(\/_next\/static\/[^"]+\.js)"/g)].map(([, path]) => path ?? "");
    expect(scripts.length).toBeGreaterThan(0);
    for (const path of scripts) {
      expect((await served.ask(`${path}.map`)).status).toBe(404);
      const script = await served.ask(path);
      expect(script.headers.get("content-security-policy")).toBe(
        "default-src 'none'; frame-ancestors 'none'",
      );
      expect(await script.text()).not.toContain("sourceMappingURL");
    }
  });
});
