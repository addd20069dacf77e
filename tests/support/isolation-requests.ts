import { randomUUID } from "node:crypto";
import { withConnection } from "@/scripts/database/connection";
import { beginBeneath, fileDatabase, lookBeneath } from "./database";
import { codeOf } from "./isolation-table";
import { type Served, SESSION_COOKIE } from "./served";
import type { Ids } from "./two-organisations";
import { textOfPdf } from "./pdf-text";
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

/** What a file says: office files are archives, and a PDF writes its letters as numbers of its own. */
function textIn(body: Buffer): string {
  if (body.subarray(0, 5).toString() === "%PDF-") return textOfPdf(body);
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
export function contents(): Promise<Map<string, string>> {
  return ofEachTable(`${FINGERPRINT} WHERE $1::text IS NULL`, null);
}

/** The same of the rows of one organisation alone. */
export function rowsOf(organisationId: string): Promise<Map<string, string>> {
  return ofEachTable(`${FINGERPRINT} WHERE to_jsonb(t) ->> 'organisation_id' = $1`, organisationId);
}

/** The tables in which a word stands somewhere. */
export async function placesOf(word: string): Promise<string[]> {
  const counted = "SELECT count(*)::text AS found FROM %I t WHERE strpos(t::text, $1) > 0";
  return [...(await ofEachTable(counted, word))].flatMap(([table, found]) => (found === "0" ? [] : [table]));
}

const FINGERPRINT = "SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS found FROM %I t";

/** Asks one thing of each table, beneath row-level security: `%I` stands for its name. */
async function ofEachTable(query: string, value: string | null): Promise<Map<string, string>> {
  return withConnection(fileDatabase().ownerUrl, async (owner) => {
    const { rows: tables } = await owner.query<{ name: string; forced: boolean }>(
      `SELECT relname AS name, relforcerowsecurity AS forced FROM pg_class
       WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT relname = ANY($1) ORDER BY 1`,
      [mayChange],
    );
    await beginBeneath(
      owner,
      tables.filter(({ forced }) => forced),
    );
    const answers = new Map<string, string>();
    for (const { name } of tables) {
      const { rows } = await owner.query<{ found: string }>(query.replace("%I", name), [value]);
      answers.set(name, rows[0]?.found ?? "");
    }
    await owner.query("ROLLBACK");
    return answers;
  });
}
