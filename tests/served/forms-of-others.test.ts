import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { endSession, startSession } from "@/lib/data/sessions";
import { type BuiltAction, builtActions, builtRoutes } from "@/tests/support/built-places";
import { fileDatabase, lookBeneath } from "@/tests/support/database";
import {
  addressOf,
  ask,
  atOnce,
  contents,
  placesOf,
  rowsOf,
  tried,
} from "@/tests/support/isolation-requests";
import { forged, forgedFor, onlyFields, TYPED, whose } from "@/tests/support/isolation-table";
import { ORIGIN, type Served, serve } from "@/tests/support/served";
import { CANARY, type Ids, type TwoOrganisations, twoOrganisations } from "@/tests/support/two-organisations";

const closed = ["of an organisation", "of the installation"];
const actions = builtActions().filter(({ pages }) =>
  pages.some((page) => closed.includes(whose(page) ?? "")),
);
const needsSomebody = (page: string) => [...closed, "own"].includes(whose(page) ?? "");
const writing = builtRoutes().flatMap(({ route, methods }) =>
  methods.filter((method) => method !== "GET").map((method) => ({ route, method })),
);
// Next compares `Origin` with the host it was asked for, which a proxy in front hands on.
const host = { "x-forwarded-host": new URL(ORIGIN).host };
const fromOurPage = { origin: ORIGIN, "sec-fetch-site": "same-origin", ...host };

// Thousands of requests: this only ends what hangs, on a machine busy with other things too.
vi.setConfig({ testTimeout: 10 * 60_000 });

let served: Served;
let both: TwoOrganisations;

beforeAll(async () => {
  both = await twoOrganisations();
  served = await serve(fileDatabase().appUrl);
});
afterAll(() => served?.stop());

function fieldsOf({ name }: BuiltAction, ids: Ids): Record<string, string> {
  const all = { ...forged(ids), ...forgedFor[name]?.(ids) };
  const only = onlyFields[name];
  return Object.fromEntries(Object.entries(all).filter(([field]) => !only || only.includes(field)));
}

/** Sends a form as the page's scripts do: the state the form was in, then its fields. */
function send(
  action: BuiltAction,
  ids: Ids,
  token: string | null,
  headers: Record<string, string>,
  extra: Record<string, string> = {},
) {
  const body = new FormData();
  for (const [field, value] of Object.entries({ ...fieldsOf(action, ids), ...extra }))
    body.set(`_1_${field}`, value);
  // What refers to the fields comes after them: it is read as it arrives.
  body.set("0", JSON.stringify([{ values: {}, fieldErrors: {}, formErrors: [] }, "$K1"]));
  const page = addressOf(action.pages[0] ?? "", ids);
  const sent = { "next-action": action.id, accept: "text/x-component", ...headers };
  return ask(served, page, token, { method: "POST", body, headers: sent });
}

/** The refusals noted since, by who was refused. */
async function refusedSince(event: string): Promise<Map<string, number>> {
  const rows = await lookBeneath<{ who: string; n: number }>(
    `SELECT actor_id AS who, count(*)::int AS n FROM audit_event
     WHERE action = 'access.refused' AND id > $1 GROUP BY 1`,
    [event],
  );
  return new Map(rows.map(({ who, n }) => [who, n]));
}

async function lastEvent(): Promise<string> {
  const [row] = await lookBeneath<{ id: string }>("SELECT max(id)::text AS id FROM audit_event");
  return row?.id ?? "0";
}

async function eventsSince(event: string): Promise<string[]> {
  const rows = await lookBeneath<{ action: string }>(
    "SELECT DISTINCT action FROM audit_event WHERE id > $1 ORDER BY 1",
    [event],
  );
  return rows.map(({ action }) => action);
}

test("our own lead's save changes what these tests compare, so they would see a change", async () => {
  const path = addressOf("/api/assessments/[assessmentId]/answers/[capability]/[scope]", both.ours.open);
  const before = await contents();
  const { text } = await ask(served, path, both.ours.lead.token);
  const { version } = JSON.parse(text) as { version: number };
  const { status } = await ask(served, path, both.ours.lead.token, {
    method: "PUT",
    body: JSON.stringify({ version, level: 3, note: CANARY }),
    headers: { ...fromOurPage, "content-type": "application/json", "idempotency-key": randomUUID() },
  });
  expect(status).toBe(200);
  expect(await contents()).not.toEqual(before);
});

describe("people of other organisations send our forms with our real ids (TI-2, TI-7)", () => {
  test("nothing changes, nothing of ours comes back, and each refusal is on record, once", async () => {
    const before = await contents();
    const event = await lastEvent();
    const wrong = new Set<string>();
    const tries = both.strangers.flatMap(({ who, user, token }, at) =>
      actions.map((action) => ({ who, user, token, action, ids: tried(both.ours, at) })),
    );
    await atOnce(tries, async ({ who, token, action, ids }) => {
      const { status, text, headers } = await send(action, ids, token, fromOurPage);
      // Each gets past its fields to the lock itself (`forged`), which answers as for what is not there.
      const isLocked = status === 404 && !headers.has("x-nextjs-action-not-found");
      if (!isLocked || text.includes(CANARY)) {
        wrong.add(
          `${action.file} ${action.name}, ${who}: ${status} ${/"(fieldErrors|formErrors)":.{0,200}/.exec(text)?.[0] ?? ""}`,
        );
      }
    });
    expect([...wrong]).toEqual([]);
    expect(await contents()).toEqual(before);
    // What is refused is noted by its address: each person once for each form. A reply does not wait until it is.
    await expect
      .poll(async () => {
        const noted = await refusedSince(event);
        return both.strangers.map(({ who, user }) => [who, noted.get(user.personId)]);
      })
      .toEqual(both.strangers.map(({ who }) => [who, actions.length]));
    expect(await eventsSince(event)).toEqual(["access.refused"]);
  });

  test("a save that was refused is on record with its own address, whatever the request claims", async () => {
    const event = await lastEvent();
    const address = addressOf("/api/assessments/[assessmentId]/answers/[capability]/[scope]", both.ours.open);
    for (const { token } of both.strangers) {
      for (const [method, body] of [["PUT", `{"version":1,"level":5}`], ["GET"]] as const) {
        const { status } = await ask(served, address, token, {
          method,
          ...(body && { body }),
          headers: {
            ...{ ...fromOurPage, "content-type": "application/json" },
            ...{ "idempotency-key": randomUUID(), "x-path": "/admin/made-up" },
          },
        });
        expect(status).toBe(404);
      }
    }
    const noted = await refusedSince(event);
    for (const { who, user } of both.strangers) expect([who, noted.get(user.personId)]).toEqual([who, 2]);
    const named = await lookBeneath<{ subject: string }>(
      "SELECT DISTINCT subject FROM audit_event WHERE action = 'access.refused' AND id > $1",
      [event],
    );
    expect(named).toEqual([{ subject: `address:${address}` }]);
  });

  test("nor by any route that writes", async () => {
    const before = await contents();
    const ours = writing.filter(({ route }) => closed.includes(whose(route) ?? ""));
    expect(ours.length).toBeGreaterThan(2);
    const wrong: unknown[] = [];
    for (const { who, token } of both.strangers) {
      for (const { route, method } of ours) {
        const { status, text } = await ask(served, addressOf(route, both.ours.open), token, {
          method,
          body: JSON.stringify({ version: 1, level: 5, note: "Mine now" }),
          headers: { ...fromOurPage, "content-type": "application/json", "idempotency-key": randomUUID() },
        });
        const refused = status >= 300 && status < 500;
        if (!refused || text.includes(CANARY)) wrong.push([who, method, route, status]);
      }
    }
    expect(wrong).toEqual([]);
    expect(await contents()).toEqual(before);
  });
});

describe("somebody who is not signed in sends our forms with our real ids (AN-1)", () => {
  test("nothing changes, and nothing comes back but that they are signed out", async () => {
    const ended = await startSession(both.ours.lead.user.personId, { assured: true, now: new Date() });
    await endSession(ended, new Date());
    const half = await startSession(both.ours.lead.user.personId, { assured: false, now: new Date() });
    const before = await contents();
    const event = await lastEvent();
    const tokens = [null, "garbage", randomBytes(32).toString("base64url"), ended, half];
    const asked = builtActions().filter(({ pages }) => pages.every((page) => needsSomebody(page)));
    expect(asked.length).toBeGreaterThan(actions.length);
    const wrong: unknown[] = [];
    const tries = tokens.flatMap((token) => asked.map((action) => ({ token, action })));
    await atOnce(tries, async ({ token, action }) => {
      const { status, text, headers } = await send(action, both.ours.open, token, fromOurPage);
      const isToldSo = status === 200 && text.includes("You have been signed out, so nothing was saved");
      const isSentToSignIn = /^\/sign-in/.test(headers.get("x-action-redirect") ?? "");
      if (!(isToldSo || isSentToSignIn) || text.includes(CANARY)) wrong.push([token, action.name, status]);
    });
    expect(wrong).toEqual([]);
    expect(await contents()).toEqual(before);
    expect(await eventsSince(event)).toEqual([]);
  });
});

describe("another site makes our lead's browser send our forms (CS-1, CS-2)", () => {
  const elsewhere: Record<string, string>[] = [
    // The host is claimed to be theirs, which is all that Next would ask.
    { origin: "https://evil.example", "x-forwarded-host": "evil.example", "sec-fetch-site": "cross-site" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    { origin: "null", "x-forwarded-host": "null" },
    { "sec-fetch-site": "cross-site", ...host },
    { ...host },
    { origin: ORIGIN, "sec-fetch-site": "cross-site", ...host },
  ];

  test("nothing changes, from wherever they come", async () => {
    const before = await contents();
    const everyAction = builtActions();
    const wrong: unknown[] = [];
    const tries = elsewhere.flatMap((headers) => everyAction.map((action) => ({ action, headers })));
    await atOnce(tries, async ({ action, headers }) => {
      const {
        status,
        text,
        headers: got,
      } = await send(action, both.ours.open, both.ours.lead.token, headers);
      const done = [303, 307].includes(status) || got.has("x-action-redirect");
      const refused = status >= 400 || text.includes("did not come from this service");
      if (done || !refused) wrong.push([action.name, headers, status]);
    });
    expect(wrong).toEqual([]);
    expect(await contents()).toEqual(before);
  });

  test("nor by any route that writes, whatever kind of body it has", async () => {
    const before = await contents();
    const bodies = [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "application/json",
    ];
    const wrong: unknown[] = [];
    const tries = writing.flatMap((place) =>
      elsewhere.flatMap((headers) => bodies.map((type) => ({ ...place, headers, type }))),
    );
    await atOnce(tries, async ({ route, method, headers, type }) => {
      // What signs in takes forms without an Origin, from scripts: they hold the token of the form.
      const reply = await ask(served, addressOf(route, both.ours.open), both.ours.lead.token, {
        method,
        body: type.startsWith("multipart") ? "--x--" : `{"version":1,"level":5}`,
        headers: { ...headers, "content-type": type, "idempotency-key": randomUUID() },
      });
      if (reply.status < 400 || reply.status >= 500) wrong.push([method, route, headers, type, reply.status]);
    });
    expect(wrong).toEqual([]);
    expect(await contents()).toEqual(before);
  });
});

describe("looking changes nothing (CS-3)", () => {
  // A file taken out and the record of events looked at are on record themselves; so is what was refused, and a link
  // that is none.
  const recorded = /^(access\.refused|invitation\.refused|.*\.exported|audit\.viewed)$/;

  test("not by GET, not by HEAD", async () => {
    // Two pages say by their status that something is wrong: the one for when the database is away, and the last resort.
    const wrongByNature = ["/unavailable", "/_global-error"];
    const places = builtRoutes().filter(({ methods }) => methods.includes("GET"));
    const before = await contents();
    const event = await lastEvent();
    const broken: unknown[] = [];
    await atOnce(places, async ({ route, isPage }) => {
      const path = addressOf(route, both.ours.open);
      for (const method of isPage ? ["GET", "HEAD"] : ["GET"]) {
        const { status } = await ask(served, path, both.ours.lead.token, { method });
        if (status >= 500 && !wrongByNature.includes(route)) broken.push([method, route, status]);
      }
    });
    expect(broken).toEqual([]);
    expect(await contents()).toEqual(before);
    expect((await eventsSince(event)).filter((action) => !recorded.test(action))).toEqual([]);
  });

  test("and what a browser fetches ahead of a click leaves no trace at all, not even that somebody looked", async () => {
    const [consultant] = both.strangers.filter(({ who }) => who === "consultant");
    const pages = builtRoutes().filter(({ route, isPage }) => isPage && closed.includes(whose(route) ?? ""));
    const traces = () =>
      lookBeneath(
        `SELECT (SELECT count(*) FROM access_log WHERE person_id = $1)::int AS looks,
                (SELECT max(last_seen_at) FROM session WHERE person_id = $1) AS seen,
                (SELECT count(*) FROM audit_event WHERE actor_id = $1)::int AS events`,
        [consultant?.user.personId],
      );
    const before = await traces();
    await atOnce(pages, async ({ route }) => {
      for (const ids of [both.theirs.signed, both.ours.signed]) {
        await ask(served, addressOf(route, ids), consultant?.token ?? "", {
          headers: { "sec-purpose": "prefetch" },
        });
      }
    });
    expect(await traces()).toEqual(before);
    await ask(served, `/trusts/${both.theirs.open.ods}`, consultant?.token ?? "");
    expect(await traces()).not.toEqual(before);
  });
});

// Last in this file: it changes much.
describe("our own people add to each form what nobody asks for (TI-7)", () => {
  test("none of it lands anywhere, and in no other organisation does anything change", async () => {
    const smuggled = randomUUID();
    const names = ["trustId", "organisationId", "organisation_id", "createdBy", "savedById", "actorId"];
    const extra = Object.fromEntries(names.map((name) => [name, smuggled]));
    const before = await rowsOf(both.theirs.id);
    const done = new Set<string>();
    const broken: unknown[] = [];
    for (const ids of [both.ours.open, both.ours.signed]) {
      for (const action of actions) {
        const { status, headers } = await send(action, ids, both.ours.lead.token, fromOurPage, extra);
        if (status >= 500) broken.push([action.name, status]);
        if (headers.has("x-action-redirect")) done.add(action.name);
      }
    }
    expect(broken).toEqual([]);
    expect(done.size, "Forms that did what they are for").toBeGreaterThan(10);
    expect(await placesOf(smuggled)).toEqual([]);
    // What they did type is kept to the letter, whatever it means to a database or a screen (IN-1).
    expect((await placesOf(TYPED)).length).toBeGreaterThan(5);
    expect(await rowsOf(both.theirs.id)).toEqual(before);
  });
});
