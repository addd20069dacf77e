import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltRoute, builtActions, builtRoutes } from "@/tests/support/built-places";
import { fileDatabase, lookBeneath } from "@/tests/support/database";
import { codeOf, codes, texts, whose } from "@/tests/support/isolation-table";
import { type Served, serve, SESSION_COOKIE } from "@/tests/support/served";
import { tenantTables } from "@/tests/support/tenant-rows";
import { CANARY, type Ids, type TwoOrganisations, twoOrganisations } from "@/tests/support/two-organisations";
import { unzip } from "@/tests/support/unzip";

const looked = builtRoutes().filter(({ methods }) => methods.includes("GET"));
const of = (kind: string) => looked.filter(({ route }) => whose(route) === kind);
const closed = [...of("of an organisation"), ...of("of the installation")];

let served: Served;
let both: TwoOrganisations;

beforeAll(async () => {
  both = await twoOrganisations();
  served = await serve(fileDatabase().appUrl);
});
afterAll(() => served?.stop());

/** The address of a route with real ids. */
function addressOf(route: string, ids: Ids): string {
  const kind = codeOf[route];
  return route.replace(/\[([^\]]+)\]/g, (_, param: string) =>
    encodeURIComponent(ids[kind ?? param] ?? randomUUID()),
  );
}

function addressesOf(places: readonly BuiltRoute[], ids: Ids): string[] {
  return places.map(({ route }) => addressOf(route, ids));
}

/** Each of several people tries the round that is open or the one that is signed; together they try both. */
function tried({ open, signed }: { open: Ids; signed: Ids }, at: number): Ids {
  return at % 2 ? open : signed;
}

type Asked = { status: number; text: string; headers: Headers };

async function ask(path: string, token: string | null, headers: Record<string, string> = {}): Promise<Asked> {
  const cookie: Record<string, string> = token ? { cookie: `${SESSION_COOKIE}=${token}` } : {};
  // What is streamed for as long as somebody listens ends when nobody does.
  const reply = await served.ask(path, { headers: { ...cookie, ...headers } });
  if (reply.headers.get("content-type")?.startsWith("text/event-stream")) {
    await reply.body?.cancel();
    return { status: reply.status, text: "", headers: reply.headers };
  }
  const body = Buffer.from(await reply.arrayBuffer());
  return { status: reply.status, text: textIn(body), headers: reply.headers };
}

/** What a file says: office files are archives. */
function textIn(body: Buffer): string {
  return body.subarray(0, 2).toString() === "PK" ? [...unzip(body).values()].join("\n") : body.toString();
}

/** Several requests under way at once, as the service has them from many people. */
async function atOnce<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}

/** How often each person was refused each address, as the record of events has it. */
async function refusals(): Promise<Map<string, number>> {
  const rows = await lookBeneath<{ who: string; n: number }>(
    `SELECT actor_id || ' ' || subject AS who, count(*)::int AS n FROM audit_event
     WHERE action = 'access.refused' GROUP BY 1`,
  );
  return new Map(rows.map(({ who, n }) => [who, n]));
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

describe("our own lead, at our own addresses", () => {
  test("finds them there, with what we wrote: so the tests below would see it", async () => {
    const { token } = both.ours.lead;
    const paths = addressesOf(of("of an organisation"), both.ours.signed);
    const broken: unknown[] = [];
    let [found, seen] = [0, 0];
    await atOnce(paths, async (path) => {
      const { status, text } = await ask(path, token);
      if (status >= 500) broken.push([path, status]);
      if (status === 200) found += 1;
      if (status === 200 && text.includes(CANARY)) seen += 1;
    });
    expect(broken).toEqual([]);
    expect(found).toBeGreaterThan(paths.length / 2);
    expect(seen).toBeGreaterThan(paths.length / 3);
  });
});

describe("people of other organisations, with our real ids (TI-2, TI-3)", () => {
  test("find nothing at any of our addresses, and each try is on record, once", async () => {
    const wrong: unknown[] = [];
    const tries = both.strangers.flatMap((stranger, at) =>
      addressesOf(closed, tried(both.ours, at)).map((path) => ({ ...stranger, path })),
    );
    await atOnce(tries, async ({ who, token, path }) => {
      const { status, text } = await ask(path, token);
      if (status !== 404 || text.includes(CANARY)) wrong.push([who, path, status, text.includes(CANARY)]);
    });
    expect(wrong).toEqual([]);
    const noted = await refusals();
    const wrongly = tries.flatMap(({ who, user, path }) => {
      const times = noted.get(`${user.personId} address:${path}`) ?? 0;
      return times === 1 ? [] : [[who, path, times]];
    });
    expect(wrongly).toEqual([]);
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
      const { status, text } = await ask(path, token);
      if (status === 200) shown += 1;
      if (status >= 500) wrong.push([who, path, status]);
      if (text.includes(CANARY)) wrong.push([who, path, "canary"]);
    });
    expect(wrong).toEqual([]);
    expect(shown).toBeGreaterThan(tries.length / 3);
  });

  test("an administrator keeps us running, and of what we answer and write they find nothing", async () => {
    const { token } = both.administrator;
    const allowed = /^\/trusts\/\[ods\]\/people/;
    const paths = addressesOf(
      of("of an organisation").filter(({ route }) => !allowed.test(route)),
      both.ours.signed,
    );
    const wrong: unknown[] = [];
    await atOnce(paths, async (path) => {
      const { status, text } = await ask(path, token);
      if (status !== 404 || text.includes(CANARY)) wrong.push([path, status]);
    });
    expect(wrong).toEqual([]);
  });
});
