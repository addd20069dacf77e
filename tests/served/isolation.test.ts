import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { checkout } from "@/scripts/database/place";
import { endSession, startSession } from "@/lib/data/sessions";
import { type BuiltRoute, builtActions, builtRoutes } from "@/tests/support/built-places";
import { fileDatabase, lookBeneath } from "@/tests/support/database";
import { addressOf, ask, atOnce, refusals, tried } from "@/tests/support/isolation-requests";
import { codeOf, codes, documents, documentsOfCodes, texts, whose } from "@/tests/support/isolation-table";
import { type Served, serve } from "@/tests/support/served";
import { tenantTables } from "@/tests/support/tenant-rows";
import {
  CANARY,
  type Ids,
  type SignedIn,
  type TwoOrganisations,
  twoOrganisations,
} from "@/tests/support/two-organisations";

const looked = builtRoutes().filter(({ methods }) => methods.includes("GET"));
const of = (kind: string) => looked.filter(({ route }) => whose(route) === kind);
const closed = [...of("of an organisation"), ...of("of the installation")];

// Thousands of requests: this only ends what hangs, on a machine busy with other things too.
vi.setConfig({ testTimeout: 10 * 60_000 });

let served: Served;
let both: TwoOrganisations;

beforeAll(async () => {
  both = await twoOrganisations();
  served = await serve(fileDatabase().appUrl);
});
afterAll(() => served?.stop());

function addressesOf(places: readonly BuiltRoute[], ids: Ids): string[] {
  return places.map(({ route }) => addressOf(route, ids));
}

describe("whatever is built is known here (TI-1)", () => {
  test("every page and every route, by whom it belongs to", () => {
    const unknown = builtRoutes().flatMap(({ route }) => (whose(route) ? [] : [route]));
    expect(unknown, "Give each of these a line in `table` of tests/support/isolation-table.ts").toEqual([]);
  });

  test("where the real id for each part of an address stands", () => {
    const places = [...of("of an organisation"), ...of("of the installation")];
    const params = places.flatMap(({ route }) =>
      codeOf[route] ? [] : [...route.matchAll(/\[([^\]]+)\]/g)].map(([, param = ""]) => param),
    );
    const unknown = [...new Set(params)].filter((param) => !both.ours.signed[param]);
    const how = "Name the table of each in tableOfParam (or plainParams) of tests/support/isolation-table.ts";
    expect(unknown, how).toEqual([]);
  });

  test("every server action, by the page that sends it", () => {
    const actions = builtActions();
    expect(actions.length).toBeGreaterThan(50);
    const unknown = actions.filter(({ pages }) => pages.length === 0 || pages.some((page) => !whose(page)));
    expect(unknown).toEqual([]);
  });

  test("every table of an organisation, and whether people write in each of its texts (TI-3)", async () => {
    const rows = await lookBeneath<{ place: string }>(
      `SELECT table_name || '.' || column_name AS place FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = ANY($1) AND data_type IN ('text', 'character varying')`,
      [tenantTables],
    );
    const unknown = rows.flatMap(({ place }) => {
      const [table = "", column = ""] = place.split(".");
      return texts[table]?.includes(column) || codes.test(column) ? [] : [place];
    });
    expect(unknown, "Say in `texts` or `codes` of tests/support/isolation-table.ts what these hold").toEqual(
      [],
    );
    for (const [table, columns] of Object.entries(texts)) {
      for (const column of columns) {
        const planted = await lookBeneath(`SELECT FROM ${table} WHERE ${column} LIKE '%' || $1 || '%'`, [
          CANARY,
        ]);
        expect([table, column, planted.length > 0]).toEqual([table, column, true]);
      }
    }
  });
});

describe("what people write stands in documents too (TI-3)", () => {
  test("every document of an organisation's tables, and what we wrote in each that holds texts", async () => {
    const rows = await lookBeneath<{ place: string }>(
      `SELECT table_name || '.' || column_name AS place FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = ANY($1) AND data_type IN ('json', 'jsonb')`,
      [[...tenantTables, "upload"]],
    );
    const unknown = rows.flatMap(({ place }) => {
      const [table = "", column = ""] = place.split(".");
      return documents[table]?.includes(column) || documentsOfCodes.test(place) ? [] : [place];
    });
    const how =
      "Say in `documents` or `documentsOfCodes` of tests/support/isolation-table.ts what these hold";
    expect(unknown, how).toEqual([]);
    for (const [table, columns] of Object.entries(documents)) {
      for (const column of columns) {
        const planted = await lookBeneath(`SELECT FROM ${table} WHERE strpos(${column}::text, $1) > 0`, [
          CANARY,
        ]);
        expect([table, column, planted.length > 0]).toEqual([table, column, true]);
      }
    }
  });
});

describe("our own lead, at our own addresses", () => {
  test("finds them there, with what we wrote: so the tests below would see it", async () => {
    const { token, user } = both.ours.lead;
    const paths = addressesOf(of("of an organisation"), both.ours.signed);
    const broken: unknown[] = [];
    const opened: string[] = [];
    let seen = 0;
    let asText = 0;
    const papers: string[] = [];
    await atOnce(paths, async (path) => {
      const { status, text, headers } = await ask(served, path, token);
      if (headers.get("content-type")?.startsWith("text/html")) {
        // Every text that people write says how it would like to be markup (`TRICK`): it stands there as words (IN-2).
        if (text.includes("<img src=x") || /<\/title><\/script>/.test(text)) broken.push([path, "markup"]);
        if (text.includes("&lt;img src=x onerror=canary()&gt;")) asText += 1;
      }
      if (headers.get("content-type") === "application/pdf" && text.includes(CANARY)) papers.push(path);
      if (status >= 500) broken.push([path, status]);
      if (status === 200) opened.push(path);
      if (status === 200 && text.includes(CANARY)) seen += 1;
    });
    expect(broken).toEqual([]);
    expect(opened.length).toBeGreaterThan(paths.length / 2);
    expect(seen).toBeGreaterThan(paths.length / 3);
    expect(asText, "Pages that show such a text as words").toBeGreaterThan(paths.length / 4);
    expect(papers.length, "PDFs in which our words were read").toBeGreaterThan(0);
    const noted = await refusals();
    expect(opened.filter((path) => noted.has(`${user.personId} address:${path}`))).toEqual([]);
  });
});

/** Every name that an address of a page may carry behind its question mark. */
const QUERY =
  "action addExclude addPin addPinLevel all asked assigned capability chosen confirmed copied dimension done ended " +
  "exclude finished for from-day from-month from-year given handedBack include lens levels lost marking " +
  "met on-day on-month on-year other outcome overall page person phase pin problem q question recovered " +
  "refused returnTo saved scope sent setting show signedOut stage start title to to-day to-month to-year " +
  "typed use version wanted";

/** The names that pages read by name, as their sources have it. */
function namesRead(): string[] {
  const app = join(checkout, "app");
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) =>
    /page\.tsx$/.test(file),
  );
  return files.flatMap((file) => {
    const source = readFileSync(join(app, file), "utf8");
    const taken = [...source.matchAll(/const \{([^}]*)\} = await searchParams/g)].flatMap(([, list = ""]) =>
      [...list.matchAll(/(\w+)(?:: \w+)?/g)].flatMap(([, name]) => name ?? []),
    );
    const one = [...source.matchAll(/(?:\(await searchParams\)|\bquery)\.(\w+)\b(?!\()/g)].flatMap(
      ([, name]) => name ?? [],
    );
    return [...taken, ...one];
  });
}

test("nor does a page stumble over what stands behind its question mark: odd, or twice (IN-1)", async () => {
  const names = QUERY.split(" ");
  expect(
    namesRead().filter((name) => !names.includes(name)),
    "Add these to QUERY",
  ).toEqual([]);
  const odd = (value: string) => names.map((name) => `${name}=${encodeURIComponent(value)}`).join("&");
  const strange = odd("'%_\\\u0000\u202e\u{1f600}");
  const queries = [strange, `${strange}&${odd("1")}`];
  const pages = addressesOf(
    looked.filter(({ isPage, route }) => isPage && !route.startsWith("/_")),
    both.ours.open,
  );
  const wrong: unknown[] = [];
  let shown = 0;
  await atOnce(
    pages.map((page, at) => `${page}?${queries[at % 2]}`),
    async (path) => {
      const { status } = await ask(served, path, both.ours.lead.token);
      if (status === 200) shown += 1;
      if (status >= 500) wrong.push([path.slice(0, 120), status]);
    },
  );
  expect(wrong).toEqual([]);
  expect(shown).toBeGreaterThan(pages.length / 3);
  expect(served.printed()).not.toMatch(/unhandledRejection|uncaughtException|⨯/);
});

describe("somebody we let in for a time", () => {
  test("opens a page or a file of ours, whichever it is: it is on the list of who looked", async () => {
    const { letIn, open, signed } = both.ours;
    const rounds = of("of an organisation").filter(({ route }) => route.startsWith("/assessments/"));
    const first = await letIn.guest();
    const opens: string[] = [];
    await atOnce(addressesOf(rounds, open), async (path) => {
      if ((await ask(served, path, first.token)).status === 200) opens.push(path);
    });
    // Somebody new for each page, since a person is noted once a day.
    const tries: { path: string; who: string; personId: string; token: string }[] = [];
    const add = async (path: string, comes: () => Promise<SignedIn>) => {
      const { who, user, token } = await comes();
      tries.push({ path, who, personId: user.personId, token });
    };
    for (const path of opens) await add(path, letIn.guest);
    for (const path of addressesOf(of("of an organisation"), signed)) await add(path, letIn.consultant);

    const opened: typeof tries = [];
    await atOnce(tries, async (one) => {
      if ((await ask(served, one.path, one.token)).status === 200) opened.push(one);
    });
    const rows = await lookBeneath<{ id: string }>(
      "SELECT person_id AS id FROM access_log WHERE organisation_id = $1",
      [both.ours.id],
    );
    const noted = new Set(rows.map(({ id }) => id));
    const unnoted = opened.filter(({ personId }) => !noted.has(personId));
    expect(unnoted.map(({ who, path }) => [who, path])).toEqual([]);
    expect(opened.filter(({ who }) => who === "guest reviewer")).toHaveLength(opens.length);
    expect(opens.length).toBeGreaterThan(0);
    expect(opened.length).toBeGreaterThan(20);
  });
});

describe("whoever is not signed in, or not all the way (AN-1, AN-4)", () => {
  test("reaches nothing but what is public, and is shown where to sign in", async () => {
    const ended = await startSession(both.ours.lead.user.personId, { assured: true, now: new Date() });
    await endSession(ended, new Date());
    const half = await startSession(both.ours.lead.user.personId, { assured: false, now: new Date() });
    const tokens = [null, "garbage", randomBytes(32).toString("base64url"), ended, half];
    const theirs = [...closed, ...of("own")];
    const tries = tokens.flatMap((token) =>
      addressesOf(theirs, both.ours.signed).map((path) => ({ token, path })),
    );
    const wrong: unknown[] = [];
    await atOnce(tries, async ({ token, path }) => {
      const { status, text, headers } = await ask(served, path, token);
      // The file of one's own data leads to the page that asks for it, which leads to signing in.
      const signIn = /^\/(sign-in(\?|$)|account\/data$)/.test(headers.get("location") ?? "");
      if ((!signIn && status !== 401) || text.includes(CANARY)) wrong.push([token, path, status]);
    });
    expect(wrong).toEqual([]);
  });
});

describe("people of other organisations, with our real ids (TI-2, TI-3)", () => {
  test("find nothing at any of our addresses, and each try is on record, once", async () => {
    const wrong: unknown[] = [];
    const tries = both.strangers.flatMap((stranger, at) =>
      addressesOf(closed, tried(both.ours, at)).map((path) => ({ ...stranger, path })),
    );
    await atOnce(tries, async ({ who, token, path }) => {
      const { status, text } = await ask(served, path, token);
      if (status !== 404 || text.includes(CANARY)) wrong.push([who, path, status, text.includes(CANARY)]);
    });
    expect(wrong).toEqual([]);
    // A page does not wait until its refusal is written.
    await expect
      .poll(async () => {
        const noted = await refusals();
        return tries.flatMap(({ who, user, path }) => {
          const times = noted.get(`${user.personId} address:${path}`) ?? 0;
          return times === 1 ? [] : [[who, path, times]];
        });
      })
      .toEqual([]);
  });

  test("find nothing of ours in what is theirs: every page, and to their lead every file", async () => {
    const theirs = [...of("of an organisation"), ...of("own")];
    const wrong: unknown[] = [];
    let shown = 0;
    const tries = both.strangers.flatMap((stranger, at) =>
      addressesOf(
        theirs.filter(({ isPage }) => isPage || stranger.who === "digital_lead"),
        tried(both.theirs, at),
      ).map((path) => ({ ...stranger, path })),
    );
    await atOnce(tries, async ({ who, token, path }) => {
      const { status, text } = await ask(served, path, token);
      if (status === 200) shown += 1;
      if (status >= 500) wrong.push([who, path, status]);
      if (text.includes(CANARY)) wrong.push([who, path, "canary"]);
    });
    expect(wrong).toEqual([]);
    expect(shown).toBeGreaterThan(tries.length / 3);
  });

  test("an administrator keeps us running, and of what we answer and write they find nothing", async () => {
    // Signed in a while ago: nobody is asked to prove who they are for what is not there for them.
    const now = new Date(Date.now() - 20 * 60_000);
    const token = await startSession(both.administrator.user.personId, { assured: true, now });
    const allowed = /^\/trusts\/\[ods\]\/people/;
    const paths = addressesOf(
      of("of an organisation").filter(({ route }) => !allowed.test(route)),
      both.ours.signed,
    );
    const wrong: unknown[] = [];
    await atOnce(paths, async (path) => {
      const { status, text } = await ask(served, path, token);
      if (status !== 404 || text.includes(CANARY)) wrong.push([path, status]);
    });
    expect(wrong).toEqual([]);
  });
});

describe("somebody asks with headers and spellings that have got past such locks elsewhere (HD-5)", () => {
  const headers: Record<string, string>[] = [
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { rsc: "1", "next-router-segment-prefetch": "/_tree" },
    { rsc: "1", "next-router-state-tree": "%5B%22%22%5D" },
    { "sec-purpose": "prefetch" },
    // CVE-2025-29927: a request that says it has been through the proxy already.
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    {
      "x-middleware-subrequest": "src/middleware:src/middleware:src/middleware:src/middleware:src/middleware",
    },
    { "x-middleware-prefetch": "1" },
    { "x-middleware-override-headers": "cookie", "x-middleware-request-cookie": "" },
    { "x-nextjs-data": "1" },
    { "x-invoke-path": "/" },
    { "x-invoke-status": "200" },
    { "x-matched-path": "/" },
    { "x-now-route-matches": "1=1" },
    { "x-original-url": "/" },
    { "x-rewrite-url": "/" },
    { "x-forwarded-host": "evil.example" },
    { "x-http-method-override": "PUT" },
    { "next-url": "/" },
    { "x-prerender-revalidate": "1" },
  ];
  const spellings: ((path: string) => string)[] = [
    (path) => path.toUpperCase(),
    (path) => `${path}?_rsc=1`,
    (path) => `${path}?__nextDataReq=1`,
    (path) => `${path}?nxtPods=Y`,
    (path) => `/_next/data/build${path}.json`,
    (path) => `${path}.rsc`,
    (path) => `${path}.segments/_tree.segment.rsc`,
    (path) => `/.${path}`,
    (path) => `/${path}`,
    (path) => path.replaceAll("/", "%2F").replace("%2F", "/"),
    (path) => `/en${path}`,
    (path) => `/_next/image?url=${encodeURIComponent(path)}&w=640&q=75`,
    (path) => `${path};.css`,
    (path) => `${path}%00`,
  ];

  test("as somebody of another organisation, and as nobody: nothing of ours comes out, and nothing breaks", async () => {
    const pages = of("of an organisation").filter(({ isPage }) => isPage);
    const [stranger] = both.strangers;
    const wrong: unknown[] = [];
    const tries = addressesOf(pages, both.ours.signed).flatMap((path, at) => [
      ...headers.map((extra) => ({ path, extra })),
      // Each spelling on some of the pages: how an address is read does not depend on which it is.
      ...(at % 5 ? [] : spellings.map((spell) => ({ path: spell(path), extra: {} }))),
    ]);
    const sample = tries.filter((_, at) => at % 5 === 0);
    await atOnce(sample, async ({ path, extra }) => {
      for (const token of [stranger?.token ?? "", null]) {
        const { status, text } = await ask(served, path, token, { headers: extra });
        // What is asked for ahead of the proxy is answered by an empty object; parts of a page say where to go instead.
        const isNothing = text === "{}" || /NEXT_(REDIRECT|HTTP_ERROR_FALLBACK;404)/.test(text);
        const isClosed = status < 500 && (status !== 200 || isNothing) && !text.includes(CANARY);
        if (!isClosed) wrong.push([path, extra, status, text.slice(0, 80)]);
      }
    });
    expect(sample.length).toBeGreaterThan(150);
    expect(wrong).toEqual([]);
  });
});
