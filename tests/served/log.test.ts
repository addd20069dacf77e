import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { startSession } from "@/lib/data/sessions";
import { answerApiPath, discussionPath } from "@/lib/http/addresses";
import { withConnection } from "@/scripts/database/connection";
import { GOOD_PASSWORD, makeAccount } from "@/tests/support/account";
import { fileDatabase, lookBeneath } from "@/tests/support/database";
import { formIn } from "@/tests/support/page-forms";
import { startedRound } from "@/tests/support/round";
import { ORIGIN, type Served, serve, SESSION_COOKIE } from "@/tests/support/served";
import { makeTrust } from "@/tests/support/trust";

// What must never be written down (AU-4). Each stands for a kind of thing that people trust the service with.
const secrets = {
  password: "kanarienvogel-password",
  code: "kanarienvogel-code",
  token: "",
  note: "kanarienvogel in a note",
  comment: 'kanarienvogel in a comment\n{"level":"fatal","msg":"forged"}',
};

let served: Served;
let lead: CurrentUser;
let answer = "";
let page = "";
let cookie = "";
/** Everything the service wrote, piece by piece: it keeps the end of it alone. */
const written = new Set<string>();
const read = () =>
  served
    .printed()
    .split("\n")
    .forEach((line) => written.add(line));

beforeAll(async () => {
  const trust = await makeTrust();
  lead = await trust.let("digital_lead");
  const place = {
    assessmentId: await startedRound(lead, trust.id),
    capabilityId: "c01-2",
    scope: "organisation",
  };
  [answer, page] = [answerApiPath(place), discussionPath(place)];
  secrets.token = await startSession(lead.personId, { assured: true, now: new Date() });
  cookie = `${SESSION_COOKIE}=${secrets.token}`;
  served = await serve(fileDatabase().appUrl, { LOG_LEVEL: "trace" });
});
afterAll(() => served?.stop());

async function save(): Promise<number> {
  const { version } = (await (await served.ask(answer, { headers: { cookie } })).json()) as {
    version: number;
  };
  const headers = {
    cookie,
    origin: ORIGIN,
    "content-type": "application/json",
    "idempotency-key": randomUUID(),
  };
  const body = JSON.stringify({ version, level: 2, note: secrets.note });
  return (await served.ask(answer, { method: "PUT", headers, body })).status;
}

async function comment(): Promise<number> {
  const form = formIn(await (await served.ask(page, { headers: { cookie } })).text(), 'name="text"');
  form.set("text", secrets.comment);
  const headers = { cookie, origin: ORIGIN, "x-forwarded-host": new URL(ORIGIN).host };
  return (await served.ask(page, { method: "POST", headers, body: form })).status;
}

async function signIn(email: string, password: string): Promise<number> {
  const csrf = await served.ask("/api/auth/csrf");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const cookies = (csrf.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
  const reply = await served.ask("/api/auth/callback/password", {
    method: "POST",
    headers: { origin: ORIGIN, cookie: cookies, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, email, password, code: secrets.code }).toString(),
  });
  return reply.status;
}

/** Makes a write fail half-way with an error that quotes the whole row, as PostgreSQL does. */
async function withBroken(table: string, act: () => Promise<number>): Promise<number> {
  const alter = (text: string) =>
    withConnection(fileDatabase().ownerUrl, (owner) => owner.query(`ALTER TABLE ${table} ${text}`));
  await alter("ADD CONSTRAINT broken CHECK (false) NOT VALID");
  try {
    return await act();
  } finally {
    await alter("DROP CONSTRAINT broken");
  }
}

describe("somebody reads what the service wrote down (AU-4)", () => {
  test("while all goes well and while all goes wrong: no password, code, token or text of ours", async () => {
    const { email } = await makeAccount(new Date());
    expect(await signIn(email, secrets.password)).toBe(303);
    expect(await signIn(email, GOOD_PASSWORD)).toBe(303);
    expect(await save()).toBe(200);
    expect(await comment()).toBe(303);
    read();
    expect(await withBroken("answer", save)).toBe(500);
    read();
    expect(await withBroken("comment", comment)).toBe(500);
    read();
    expect((await served.ask("/trusts", { headers: { cookie: `${cookie}x` } })).status).toBe(307);
    expect((await served.ask(`/invitation/${secrets.token}`)).status).toBe(200);
    expect((await served.ask(`/sign-in/new-password/${secrets.token}`)).status).toBe(200);
    const bearer = { authorization: `Bearer dmat_${secrets.token}` };
    expect((await served.ask("/api/v1/assessments", { headers: bearer })).status).toBe(401);
    read();

    const log = [...written].join("\n");
    // It did write down that something failed.
    expect(log).toMatch(/broken|23514/);
    for (const [kind, secret] of Object.entries(secrets))
      expect([kind, log.includes(secret)]).toEqual([kind, false]);
    expect(log).not.toMatch(/kanarienvogel/);
    expect(log).not.toContain(GOOD_PASSWORD);
    expect(log).not.toMatch(/^\{"level":"fatal","msg":"forged"\}/m);
  });

  test("nor does it stand in the record of events", async () => {
    const [{ record } = { record: "" }] = await lookBeneath<{ record: string }>(
      "SELECT string_agg(e::text, '|') AS record FROM audit_event e",
    );
    expect(record).toContain("comment.made");
    expect(record).toContain("sign-in.refused");
    for (const secret of [...Object.values(secrets), GOOD_PASSWORD, "kanarienvogel"])
      expect([secret, record.includes(secret)]).toEqual([secret, false]);
  });
});
