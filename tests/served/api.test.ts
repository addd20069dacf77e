import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Client } from "openapi-fetch";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { addAction } from "@/lib/data/planned-actions";
import { startSession } from "@/lib/data/sessions";
import { API_BASE } from "@/lib/exchange/api/openapi";
import { operations } from "@/lib/exchange/api/operations";
import { readAssessmentDocument } from "@/lib/exchange/assessment-document";
import { score } from "@/lib/scoring/score";
import { resultOf } from "@/lib/data/results";
import { sendForReview, signOff } from "@/lib/data/sign-off";
import { apiClient, tokenFor } from "@/tests/support/api-client";
import type { paths } from "@/tests/support/api-types";
import { fileDatabase, lookBeneath } from "@/tests/support/database";
import { anAction } from "@/tests/support/plan";
import { answerEverything, save, startedRound } from "@/tests/support/round";
import { type Served, serve, SESSION_COOKIE } from "@/tests/support/served";
import { makeTrust, type Trust } from "@/tests/support/trust";

let served: Served;
let trust: Trust;
let lead: CurrentUser;
let assessmentId: string;
let token: string;
let client: Client<paths>;
let stranger: Client<paths>;
let theirToken: string;

beforeAll(async () => {
  [trust, served] = await Promise.all([makeTrust(["acute", "community"]), serve(fileDatabase().appUrl)]);
  lead = await trust.let("digital_lead");
  assessmentId = await startedRound(lead, trust.id, { careSettings: ["acute", "community"] });
  await answerEverything(lead, assessmentId, 2);
  token = await tokenFor(lead, [trust.id], ["read", "write_answers", "audit", "export"]);
  client = apiClient(served, token);
  const elsewhere = await makeTrust();
  const other = await elsewhere.let("digital_lead");
  theirToken = await tokenFor(other, [elsewhere.id], ["read", "write_answers", "audit", "export"]);
  stranger = apiClient(served, theirToken);
});
afterAll(() => served?.stop());

const question = (capability: string, scope: "organisation" | "acute" | "community") => ({
  path: { assessmentId, capability, scope },
});
const ANSWER = "/assessments/{assessmentId}/answers/{capability}/{scope}" as const;
const saving = (
  capability: string,
  scope: "organisation" | "acute",
  ifMatch?: string,
  key = randomUUID(),
) => ({
  ...question(capability, scope),
  header: { "Idempotency-Key": key, ...(ifMatch && { "If-Match": ifMatch }) },
});

describe("our data warehouse fetches what we know, by a client made from the document", () => {
  test("which organisations, which assessments, and the questions they are about", async () => {
    expect((await client.GET("/frameworks")).data?.map(({ id }) => id)).toContain("nhs-trust");
    const organisations = await client.GET("/organisations");
    expect(organisations.data?.items).toEqual([
      { ods: trust.odsCode, name: trust.name, kind: "trust", careSettings: ["acute", "community"] },
    ]);
    const { data } = await client.GET("/assessments", { params: { query: { organisation: trust.odsCode } } });
    const [assessment] = data?.items ?? [];
    expect(assessment).toMatchObject({ id: assessmentId, round: "2026/27", state: "in_progress" });
    const one = await client.GET("/assessments/{assessmentId}", { params: { path: { assessmentId } } });
    expect(one.data).toEqual(assessment);
    const { id = "", version = "" } = assessment?.framework ?? {};
    const framework = await client.GET("/frameworks/{id}/{version}", { params: { path: { id, version } } });
    expect(framework.data?.dimensions).toHaveLength(12);
  });

  test("every answer, page by page, each once", async () => {
    const read: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 7, ...(cursor && { cursor }) };
      const { data, response } = await client.GET("/assessments/{assessmentId}/answers", {
        params: { path: { assessmentId }, query },
      });
      expect(data?.items.length).toBeGreaterThan(0);
      read.push(...(data?.items ?? []).map(({ capability, scope }) => `${capability}/${scope}`));
      cursor = data?.next ?? undefined;
      expect(response.headers.has("link")).toBe(cursor !== undefined);
    } while (cursor);
    const [{ count } = { count: "0" }] = await lookBeneath<{ count: string }>(
      "SELECT count(*) FROM answer WHERE assessment_id = $1",
      [assessmentId],
    );
    expect(read).toHaveLength(Number(count));
    expect(new Set(read).size).toBe(read.length);
  });

  test("the result, and it is the engine's own to the last digit", async () => {
    const { data } = await client.GET("/assessments/{assessmentId}/results/{setting}", {
      params: { path: { assessmentId, setting: "acute" } },
    });
    const own = await resultOf(lead, assessmentId, "acute");
    if (!own) throw new Error("There is no result");
    expect(data?.result).toEqual(score(own.framework, "acute", own.answers));
    expect(data).toMatchObject({ basis: { kind: "current" }, withheld: { capabilities: 0, safeguards: 0 } });
  });

  test("the whole document of a care setting, which the engine scores as the page does and any installation reads", async () => {
    const { data } = await client.GET("/assessments/{assessmentId}/documents/{setting}", {
      params: { path: { assessmentId, setting: "acute" } },
    });
    const own = await resultOf(lead, assessmentId, "acute");
    if (!own) throw new Error("There is no result");
    const read = readAssessmentDocument(data, () => own.framework);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(score(read.framework, "acute", read.answers)).toEqual(own.result);
    expect(data).toMatchObject({ organisation: { ods: trust.odsCode }, round: "2026/27" });
    const noted = await lookBeneath(
      "SELECT detail->>'format' AS format, detail->>'setting' AS setting FROM audit_event WHERE action = 'workbook.exported'",
    );
    expect(noted).toEqual([{ format: "json", setting: "acute" }]);
  });

  test("the gap report as the page offers it, noted as an export; and no format that is not written", async () => {
    for (const format of ["csv", "xlsx"] as const) {
      const { response } = await client.GET("/assessments/{assessmentId}/results/{setting}/files/{format}", {
        params: { path: { assessmentId, setting: "acute", format } },
        parseAs: "stream",
      });
      expect(response.status).toBe(200);
      expect(response.headers.get("content-disposition")).toMatch(
        /filename="gap-report-.*-acute-2026-27-.*"/,
      );
      expect(response.headers.get("cache-control")).toBe("private, no-store");
    }
    const text = await (await ask(`/assessments/${assessmentId}/results/acute/files/csv`)).text();
    expect(text).toContain("6.3");
    const noted = await lookBeneath("SELECT FROM audit_event WHERE action = 'report.exported'");
    expect(noted).toHaveLength(3);
    expect((await ask(`/assessments/${assessmentId}/results/acute/files/exe`)).status).toBe(404);
  });

  test("the board pack as its page offers it, once something is signed off; and nobody else's", async () => {
    const pack = "/organisations/{ods}/board-pack/{edition}/files/{format}" as const;
    const signing = await makeTrust();
    const [own, approver] = [await signing.let("digital_lead"), await signing.let("approver")];
    const program = apiClient(served, await tokenFor(own, [signing.id], ["export"]));
    const place = { ods: signing.odsCode, edition: "public", format: "pdf" } as const;
    const fetched = (by: Client<paths>) => by.GET(pack, { params: { path: place }, parseAs: "stream" });
    const round = await startedRound(own, signing.id);
    expect((await fetched(program)).response.status).toBe(404);
    await answerEverything(own, round, 2);
    await sendForReview(own, round);
    await signOff(approver, round);
    const { response } = await fetched(program);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toMatch(/filename="board-pack-.*-public-.*\.pdf"/);
    expect((await fetched(stranger)).response.status).toBe(404);
    const refused = await lookBeneath(
      "SELECT FROM audit_event WHERE action = 'access.refused' AND subject LIKE '%/board-pack/%'",
    );
    // Of its own lead before there was one, and of the stranger.
    expect(refused).toHaveLength(2);
    const noted = await lookBeneath("SELECT FROM audit_event WHERE action = 'board_pack.exported'");
    expect(noted).toHaveLength(1);
  });

  test("the plan, as it is kept", async () => {
    const plan = await client.GET("/organisations/{ods}/plan", { params: { path: { ods: trust.odsCode } } });
    expect(plan.data).toEqual({ items: [], next: null, withheld: { actions: 0 } });
    const { id: _id, version: _version, ...action } = anAction();
    const added = await addAction(lead, trust.id, action);
    expect(added.kind).toBe("kept");
    const { data } = await client.GET("/organisations/{ods}/plan", {
      params: { path: { ods: trust.odsCode } },
    });
    expect(data?.items).toMatchObject([{ ...action, version: 1 }]);
  });

  test("only what changed: who sends the tag of what they hold gets 304", async () => {
    for (const path of ["/organisations", "/assessments", `/assessments/${assessmentId}/results/acute`]) {
      const first = await ask(path);
      expect(first.headers.get("cache-control")).toBe("private, no-store");
      const again = await ask(path, { "if-none-match": first.headers.get("etag") ?? "" });
      expect([path, again.status, await again.text()]).toEqual([path, 304, ""]);
    }
  });

  test("who did what, newest first, in pages that leave nothing out; that it was fetched is in it", async () => {
    const read: { id: string; action: string }[] = [];
    let cursor: string | undefined;
    do {
      const { data } = await client.GET("/organisations/{ods}/audit", {
        params: { path: { ods: trust.odsCode }, query: { limit: 40, ...(cursor && { cursor }) } },
      });
      read.push(...(data?.items ?? []));
      cursor = data?.next ?? undefined;
    } while (cursor);
    const events = await lookBeneath<{ id: string }>(
      "SELECT id::text FROM audit_event WHERE organisation_id = $1 ORDER BY at DESC, id DESC",
      [trust.id],
    );
    expect(read.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect(read[0]?.action).toBe("audit.exported");
  });
});

describe("a script of ours saves answers", () => {
  test("what it read and then saves stands, and history and record say that a program sent it", async () => {
    const { data, response } = await client.GET(ANSWER, { params: question("c06-3", "organisation") });
    const tag = response.headers.get("etag") ?? "";
    expect(tag).toBe(`"${data?.version}"`);
    const saved = await client.PUT(ANSWER, {
      params: saving("c06-3", "organisation", tag),
      body: { level: 3, note: "Tested in March.", confidence: "high" },
    });
    expect(saved.data).toMatchObject({ version: (data?.version ?? 0) + 1, level: { low: 3, high: 3 } });
    const after = await client.GET(ANSWER, { params: question("c06-3", "organisation") });
    expect(after.data).toMatchObject({ note: "Tested in March.", savedBy: lead.name });
    const [event] = await lookBeneath<{ detail: object; by: string }>(
      "SELECT detail, actor_id AS by FROM audit_event WHERE action = 'answer.saved' ORDER BY id DESC LIMIT 1",
    );
    expect(event).toEqual({
      detail: { version: saved.data?.version, token: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      by: lead.personId,
    });
  });

  test("whose reply was lost, and it sends the same again: one save, the same reply", async () => {
    const { response } = await client.GET(ANSWER, { params: question("c01-1", "acute") });
    const params = saving("c01-1", "acute", response.headers.get("etag") ?? "");
    const first = await client.PUT(ANSWER, { params, body: { level: 2 } });
    // A save is no reading: what it holds already does not make it a 304.
    const headers = { "if-none-match": first.response.headers.get("etag") ?? "" };
    const again = await client.PUT(ANSWER, { params, body: { level: 2 }, headers });
    expect(again.data).toEqual(first.data);
    const other = await client.PUT(ANSWER, { params, body: { level: 4 } });
    expect([other.response.status, other.error?.title]).toEqual([
      422,
      "This key was used for another answer",
    ]);
  });

  test.each([
    ["If-Match", 412],
    ["the body", 409],
  ])(
    "a colleague was first: the version in %s is old (%i), nothing is lost, and it sees what stands",
    async (where, status) => {
      const { data } = await client.GET(ANSWER, { params: question("c02-1", "acute") });
      const version = data?.version ?? 0;
      const place = { assessmentId, capabilityId: "c02-1", scope: "acute" };
      expect(await save(lead, place, { version, level: 3, note: "A colleague’s" })).toMatchObject({
        kind: "saved",
      });
      const inHeader = where === "If-Match";
      const refused = await client.PUT(ANSWER, {
        params: saving("c02-1", "acute", inHeader ? `"${version}"` : undefined),
        body: { level: 1, ...(!inHeader && { version }) },
      });
      expect(refused.response.status).toBe(status);
      expect(refused.response.headers.get("content-type")).toBe("application/problem+json");
      expect(refused.error).toMatchObject({
        reason: "stale",
        current: { version: version + 1, value: { note: "A colleague’s" } },
      });
    },
  );

  test("that says nothing of what it replaces, or two things, is told so and changes nothing", async () => {
    const bare = await client.PUT(ANSWER, { params: saving("c02-2", "acute"), body: { level: 4 } });
    expect(bare.response.status).toBe(428);
    const two = await client.PUT(ANSWER, {
      params: saving("c02-2", "acute", '"1"'),
      body: { level: 4, version: 2 },
    });
    expect(two.response.status).toBe(400);
    const { data } = await client.GET(ANSWER, { params: question("c02-2", "acute") });
    expect(data?.version).toBe(1);
  });

  const bodies: [string, number, string, Record<string, string>?][] = [
    ["an unknown key", 400, '{"version":1,"level":2,"status":"signed_off"}'],
    ["a level there is not", 400, '{"version":1,"level":6}'],
    ["__proto__", 400, '{"version":1,"level":2,"__proto__":{}}'],
    ["no object", 400, "[]"],
    ["no JSON", 400, "{"],
    ["too much", 413, JSON.stringify({ note: "x".repeat(100_000) })],
    ["a form", 415, "level=2", { "content-type": "application/x-www-form-urlencoded" }],
    ["no key", 400, '{"version":1,"level":2}', { "idempotency-key": "" }],
    ["a tag that is none", 400, '{"level":2}', { "if-match": "*" }],
  ];
  test.each(bodies)(
    "sends %s: %i, with what to do, and no failure of ours",
    async (_what, status, body, headers) => {
      const reply = await ask(
        `/assessments/${assessmentId}/answers/c02-3/acute`,
        {
          "content-type": "application/json",
          "idempotency-key": randomUUID(),
          ...headers,
        },
        { method: "PUT", body },
      );
      expect(reply.status).toBe(status);
      expect(reply.headers.get("content-type")).toBe("application/problem+json");
      expect(await reply.text()).not.toMatch(/Zod|at .*\.js/);
    },
  );
});

describe("who may not", () => {
  const ofOurs = operations.filter(
    // Our round is open, so that there is no pack of ours yet: a stranger asks for one where it is fetched above.
    ({ id, params }) => id !== "getBoardPackFile" && ("assessmentId" in params || "ods" in params),
  );

  test.each(ofOurs)("another trust’s token, asking with our ids: $id", async ({ method, path, params }) => {
    const ids: Record<string, string> = { assessmentId, ods: trust.odsCode };
    const address = path.replaceAll(
      /\{(\w+)\}/g,
      (_, name: string) => ids[name] ?? params[name]?.example ?? "",
    );
    const known = await refusals(address);
    const headers = {
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
      "if-match": '"1"',
    };
    const init = method === "get" ? {} : { method: method.toUpperCase(), body: '{"level":5}' };
    const bearer = { authorization: `Bearer ${theirToken}` };
    const reply = await served.ask(API_BASE + address, { ...init, headers: { ...headers, ...bearer } });
    expect(reply.status).toBe(404);
    expect(await reply.text()).not.toContain(trust.name);
    expect(await refusals(address)).toBe(known + 1);
    // The address is right: with a token of ours there is something.
    const own = await ask(address, headers, init);
    expect(own.status).not.toBe(404);
  });

  async function refusals(address: string): Promise<number> {
    const rows = await lookBeneath(
      "SELECT FROM audit_event WHERE action = 'access.refused' AND subject = $1",
      [`address:${API_BASE}${address}`],
    );
    return rows.length;
  }

  test("another trust’s token, asking for everything: nothing of ours is among it", async () => {
    expect((await stranger.GET("/assessments")).data).toEqual({ items: [], next: null });
    const named = await stranger.GET("/assessments", { params: { query: { organisation: trust.odsCode } } });
    expect(named.response.status).toBe(404);
    expect(JSON.stringify((await stranger.GET("/organisations")).data)).not.toContain(trust.name);
  });

  test("a token made for reading saves nothing and reads no record: 403, and which to make", async () => {
    const reader = apiClient(served, await tokenFor(lead, [trust.id], ["read"]));
    const put = await reader.PUT(ANSWER, {
      params: saving("c06-3", "organisation", '"2"'),
      body: { level: 5 },
    });
    expect(put.response.status).toBe(403);
    expect(put.error?.detail).toContain("Save answers");
    expect(put.response.headers.get("www-authenticate")).toContain("insufficient_scope");
    const audit = await reader.GET("/organisations/{ods}/audit", {
      params: { path: { ods: trust.odsCode } },
    });
    expect(audit.response.status).toBe(403);
  });

  test("a board viewer’s program sees no draft, as they do not", async () => {
    const viewer = await trust.let("board_viewer");
    const theirs = apiClient(served, await tokenFor(viewer, [trust.id], ["read", "write_answers", "audit"]));
    expect((await theirs.GET("/assessments")).data?.items).toEqual([]);
    const answers = await theirs.GET("/assessments/{assessmentId}/answers", {
      params: { path: { assessmentId } },
    });
    expect(answers.response.status).toBe(404);
    const audit = await theirs.GET("/organisations/{ods}/audit", {
      params: { path: { ods: trust.odsCode } },
    });
    expect(audit.response.status).toBe(404);
  });

  test.each([
    undefined,
    "Bearer",
    "Bearer %E0%A4%A",
    "Bearer dmat_",
    `Bearer dmat_${"0".repeat(72)}`,
    "Basic dXNlcjpwYXNz",
    `Bearer ${"x".repeat(5000)}`,
  ])("no token, or what is none: %j", async (authorization) => {
    const reply = await served.ask(`${API_BASE}/assessments`, {
      headers: authorization ? { authorization } : {},
    });
    expect(reply.status).toBe(401);
    expect(reply.headers.get("www-authenticate")).toMatch(/^Bearer /);
    expect(reply.headers.get("content-type")).toBe("application/problem+json");
  });

  test("a browser’s session opens nothing here, and a token opens no page", async () => {
    const session = await startSession(lead.personId, { assured: true, now: new Date() });
    const cookie = `${SESSION_COOKIE}=${session}`;
    expect((await served.ask(`${API_BASE}/assessments`, { headers: { cookie } })).status).toBe(401);
    const headers = { authorization: `Bearer ${token}` };
    expect((await served.ask("/trusts", { headers })).status).toBe(307);
    expect(
      (await served.ask(`/api/assessments/${assessmentId}/answers/c06-3/organisation`, { headers })).status,
    ).toBe(401);
  });
});

describe("what is asked in a way that means nothing", () => {
  test.each([
    ["/assessments?limit=0", "limit"],
    ["/assessments?limit=1000", "limit"],
    ["/assessments?limit=x", "limit"],
    ["/assessments?order=name", "order"],
    ["/assessments?limit=1&limit=2", "limit"],
    ["/assessments?cursor=x", "cursor"],
    ["/organisations?x=1", "x"],
  ])("%s: 400, and it is %s", async (path, name) => {
    const reply = await ask(path);
    expect(reply.status).toBe(400);
    const { errors } = (await reply.json()) as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path)).toEqual([name]);
  });

  test.each(["/nothing", "/assessments/1", "/assessments/%00", "/organisations/ZZZZ/audit"])(
    "%s is not there, and says so as to a program",
    async (path) => {
      const reply = await ask(path);
      expect([path, reply.status]).toEqual([path, 404]);
      expect(reply.headers.get("content-type")).toBe("application/problem+json");
    },
  );
});

test("a program that asks too often is told when to come back; it goes on reading, and others go on", async () => {
  const busy = await trust.let("contributor");
  const headers = { authorization: `Bearer ${await tokenFor(busy, [trust.id], ["read", "write_answers"])}` };
  const first = await served.ask(`${API_BASE}/organisations`, { headers });
  expect(first.headers.get("ratelimit-policy")).toBe('"requests";q=600;w=60');
  expect(first.headers.get("ratelimit")).toMatch(/^"requests";r=599;t=\d+$/);
  const address = `${API_BASE}/assessments/${assessmentId}/answers/c01-1/acute`;
  const replies = await Promise.all(
    Array.from({ length: 140 }, () => served.ask(address, { method: "PUT", headers })),
  );
  const limited = replies.filter(({ status }) => status === 429);
  expect(limited).toHaveLength(20);
  for (const reply of limited) expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await served.ask(`${API_BASE}/organisations`, { headers })).status).toBe(200);
  expect((await ask("/organisations")).status).toBe(200);
});

test("a network that tries tokens which open nothing is told to wait, and who holds one goes on", async () => {
  // More than twice what is allowed, so that it is too much whenever a minute ends among them.
  const replies = await Promise.all(
    Array.from({ length: 130 }, () =>
      served.ask(`${API_BASE}/organisations`, { headers: { authorization: `Bearer dmat_${randomUUID()}` } }),
    ),
  );
  const limited = replies.filter(({ status }) => status === 429);
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([401, 429]));
  for (const reply of limited) {
    expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(reply.headers.get("content-type")).toBe("application/problem+json");
  }
  expect((await ask("/organisations")).status).toBe(200);
});

test("the document tells of every route of the build, and of none that is not there", async () => {
  const manifest = JSON.parse(readFileSync(".next/app-path-routes-manifest.json", "utf8")) as Record<
    string,
    string
  >;
  const built = Object.entries(manifest)
    .filter(([file, path]) => file.endsWith("/route") && path.startsWith(`${API_BASE}/`))
    .map(([, path]) => path.slice(API_BASE.length).replaceAll(/\[(\w+)\]/g, "{$1}"))
    .filter((path) => !["/openapi.json", "/[...address]"].includes(path));
  expect(built.sort()).toEqual([...new Set(operations.map(({ path }) => path))].sort());
  const reply = await served.ask(`${API_BASE}/openapi.json`);
  const { paths: told } = (await reply.json()) as { paths: Record<string, object> };
  expect(Object.keys(told).sort()).toEqual(built);
  // A method that is not told of is not there either.
  for (const [path, methods] of Object.entries(told)) {
    const address = path.replaceAll(/\{\w+\}/g, "x");
    for (const method of ["GET", "PUT", "POST", "PATCH", "DELETE"]) {
      const { status, headers } = await served.ask(API_BASE + address, { method });
      const isTold = method.toLowerCase() in methods;
      expect([method, path, status === 405]).toEqual([method, path, !isTold]);
      if (isTold) continue;
      expect(headers.get("content-type")).toBe("application/problem+json");
      const allowed = Object.keys(methods).map((each) => each.toUpperCase());
      expect(headers.get("allow")?.split(", ").sort()).toEqual([...allowed, "HEAD"].sort());
    }
    const options = await served.ask(API_BASE + address, { method: "OPTIONS" });
    expect([options.status, options.headers.get("allow")?.includes("POST")]).toEqual([204, false]);
  }
});

function ask(path: string, headers: Record<string, string> = {}, init: RequestInit = {}): Promise<Response> {
  return served.ask(API_BASE + path, { ...init, headers: { authorization: `Bearer ${token}`, ...headers } });
}
