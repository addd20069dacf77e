import { randomUUID } from "node:crypto";
import { withConnection } from "@/scripts/database/connection";
import { fileDatabase, lookBeneath } from "./database";
import { codeOf } from "./isolation-table";
import { type Served, SESSION_COOKIE } from "./served";
import type { Ids } from "./two-organisations";
import { unzip } from "./unzip";

/** The address of a route with real ids. */
export function addressOf(route: string, ids: Ids): string {
  const kind = codeOf[route];
  return route.replace(/\[([^\]]+)\]/g, (_, param: string) =>
    encodeURIComponent(ids[kind ?? param.replace("...", "")] ?? randomUUID()),
  );
}

/** Each of several people tries the round that is open or the one that is signed; together they try both. */
export function tried({ open, signed }: { open: Ids; signed: Ids }, at: number): Ids {
  return at % 2 ? open : signed;
}

type Asked = { status: number; text: string; headers: Headers };

/** One request of somebody signed in, or of nobody, and all that came back. */
export async function ask(
  served: Served,
  path: string,
  token: string | null,
  init: Omit<RequestInit, "headers"> & { headers?: Record<string, string> } = {},
): Promise<Asked> {
  const cookie: Record<string, string> = token ? { cookie: `${SESSION_COOKIE}=${token}` } : {};
  const reply = await served.ask(path, { ...init, headers: { ...cookie, ...init.headers } });
  const { status, headers } = reply;
  // What is streamed for as long as somebody listens ends when nobody does.
  if (headers.get("content-type")?.startsWith("text/event-stream")) {
    await reply.body?.cancel();
    return { status, headers, text: "" };
  }
  return { status, headers, text: textIn(Buffer.from(await reply.arrayBuffer())) };
}

/** What a file says: office files are archives. */
function textIn(body: Buffer): string {
  return body.subarray(0, 2).toString() === "PK" ? [...unzip(body).values()].join("\n") : body.toString();
}

/** Several requests under way at once, as the service has them from many people. */
export async function atOnce<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}

/** How often each person was refused each address, as the record of events has it. */
export async function refusals(): Promise<Map<string, number>> {
  const rows = await lookBeneath<{ who: string; n: number }>(
    `SELECT actor_id || ' ' || subject AS who, count(*)::int AS n FROM audit_event
     WHERE action = 'access.refused' GROUP BY 1`,
  );
  return new Map(rows.map(({ who, n }) => [who, n]));
}

/**
 * What may be written while somebody only looks: when a session was last used, how often somebody tried, who looked
 * through a grant, the record of events and its seals.
 */
const mayChange = ["session", "rate_limit", "access_log", "audit_event", "audit_seal"];

/** A fingerprint of each table, for comparing before and after. */
export async function contents(): Promise<Map<string, string>> {
  return withConnection(fileDatabase().ownerUrl, async (owner) => {
    const { rows: tables } = await owner.query<{ name: string; forced: boolean }>(
      `SELECT relname AS name, relforcerowsecurity AS forced FROM pg_class
       WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT relname = ANY($1) ORDER BY 1`,
      [mayChange],
    );
    await owner.query("BEGIN");
    const found = new Map<string, string>();
    for (const { name, forced } of tables) {
      if (forced) await owner.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`);
      const { rows } = await owner.query<{ hash: string }>(
        `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS hash FROM ${name} t`,
      );
      found.set(name, rows[0]?.hash ?? "");
    }
    await owner.query("ROLLBACK");
    return found;
  });
}
