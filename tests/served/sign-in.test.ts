import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setUpAndComeIn } from "@/lib/auth/second-step";
import { endSessionsOfAccount } from "@/lib/data/accounts";
import { addAdministrator } from "@/lib/data/administrators";
import { removePerson } from "@/lib/data/organisation-people";
import { startSession } from "@/lib/data/sessions";
import { planPath } from "@/lib/http/addresses";
import { GOOD_PASSWORD, makeAccount } from "@/tests/support/account";
import { fileDatabase, lookBeneath } from "@/tests/support/database";
import { ORIGIN, type Served, serve, SESSION_COOKIE } from "@/tests/support/served";
import { formIn } from "@/tests/support/page-forms";
import { startedRound } from "@/tests/support/round";
import { asTheyAre, makeTrust } from "@/tests/support/trust";

// Two processes of one installation, as behind a load balancer.
let one: Served;
let other: Served;

beforeAll(async () => {
  one = await serve(fileDatabase().appUrl);
  other = await serve(fileDatabase().appUrl);
});
afterAll(() => Promise.all([one?.stop(), other?.stop()]));

type Form = Record<string, string>;

/** A sign-in form with its token and cookie, as a browser has them. */
async function form(served: Served): Promise<{ cookie: string; csrfToken: string }> {
  const reply = await served.ask("/api/auth/csrf");
  const { csrfToken } = (await reply.json()) as { csrfToken: string };
  return { csrfToken, cookie: (reply.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "" };
}

async function signIn(served: Served, fields: Form, headers: Form = {}): Promise<Response> {
  const { cookie, csrfToken } = await form(served);
  return served.ask("/api/auth/callback/password", {
    method: "POST",
    headers: { origin: ORIGIN, cookie, "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams({ csrfToken, callbackUrl: "/trusts", ...fields }).toString(),
  });
}

const tokenIn = (reply: Response) =>
  reply.headers
    .getSetCookie()
    .map((line) => new RegExp(`^${SESSION_COOKIE}=([\\w-]{43});`).exec(line)?.[1])
    .find(Boolean) ?? "";

describe("my password is right, and I have not given the second factor (AN-4)", () => {
  test("nothing opens but the page that asks for it", async () => {
    const { email } = await makeAccount(new Date());
    const reply = await signIn(one, { email, password: GOOD_PASSWORD });
    expect([reply.status, reply.headers.get("location")]).toEqual([303, "/sign-in/code?returnTo=%2Ftrusts"]);
    const cookie = `${SESSION_COOKIE}=${tokenIn(reply)}`;
    const closed = [
      "/trusts",
      "/trusts/ZZA",
      "/account",
      "/account/sessions",
      "/account/data",
      "/account/second-factor",
    ];
    for (const path of closed) {
      const page = await one.ask(path, { headers: { cookie } });
      expect([path, page.status]).toEqual([path, 307]);
      expect(page.headers.get("location")).toMatch(/^\/sign-in/);
    }
    for (const path of ["/api/session", "/api/v1/assessments"]) {
      expect([401, 404]).toContain((await one.ask(path, { headers: { cookie } })).status);
    }
    const code = await one.ask("/sign-in/code", { headers: { cookie } });
    expect(code.status).toBe(200);
    expect(await code.text()).toContain(email);
    const sneak = await one.ask("/sign-in/second-factor", { headers: { cookie } });
    expect(sneak.headers.get("location")).toMatch(/^\/sign-in\/code/);
  });

  test("the cookie is this host's alone, and no script's (SE-1)", async () => {
    const { email } = await makeAccount(new Date());
    const reply = await signIn(one, { email, password: GOOD_PASSWORD });
    const line = reply.headers.getSetCookie().find((set) => set.startsWith(SESSION_COOKIE)) ?? "";
    for (const part of ["__Host-", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"])
      expect(line).toContain(part);
    expect(line).not.toContain("Domain");
  });
});

describe("something is wrong with what I typed", () => {
  test("I am told, not which of the two it was; my address stands there again, and in no address bar", async () => {
    const { email } = await makeAccount(new Date());
    const [known, unknown] = await Promise.all([
      signIn(one, { email, password: "not this one" }),
      signIn(one, { email: "nobody@example.nhs.uk", password: "not this one" }),
    ]);
    const where = (reply: Response) => (reply.headers.get("location") ?? "").replace(/typed=[^&]+/, "");
    expect([known.status, where(known)]).toEqual([unknown.status, where(unknown)]);
    expect(known.headers.get("location")).not.toContain("example");
    const page = await (await one.ask(known.headers.get("location") ?? "")).text();
    expect(page).toContain("The email address or the password is not right");
    expect(page).toContain(`value="${email}"`);
    expect(page).not.toContain("not this one");
  });

  test.each<[string, Form]>([
    ["from another origin", { origin: "https://evil.example" }],
    ["from a page that has none", { origin: "null" }],
    ["across sites", { "sec-fetch-site": "cross-site" }],
    ["as plain text", { "content-type": "text/plain", origin: "https://evil.example" }],
  ])("a form that comes %s is refused", async (_how, headers) => {
    const { email } = await makeAccount(new Date());
    const reply = await signIn(one, { email, password: GOOD_PASSWORD }, headers);
    expect(reply.status).toBe(403);
    expect(reply.headers.getSetCookie()).toEqual([]);
  });

  test("a form without its token, or too large", async () => {
    const { email } = await makeAccount(new Date());
    const typed = { email, password: GOOD_PASSWORD };
    expect((await signIn(one, { ...typed, csrfToken: "guessed" })).headers.get("location")).toMatch(
      /problem=expired/,
    );
    expect((await signIn(one, { ...typed, password: "x".repeat(1_000_000) })).status).toBe(413);
  });

  test.each(["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"])(
    "a link that would lead me elsewhere afterwards: %s",
    async (callbackUrl) => {
      const { email } = await makeAccount(new Date());
      const reply = await signIn(one, { email, password: GOOD_PASSWORD, callbackUrl });
      expect(reply.headers.get("location")).toBe("/sign-in/code?returnTo=%2Ftrusts");
    },
  );
});

test("the demonstration's way in, and issuers nobody set up, are not there", async () => {
  for (const path of ["callback/demo", "callback/entra", "signin/entra", "signin/password"]) {
    const reply = await one.ask(`/api/auth/${path}`, {
      method: "POST",
      headers: { origin: ORIGIN },
      body: "",
    });
    expect([path, reply.status]).toEqual([path, 404]);
  }
});

describe("somebody tries passwords against two processes at once (RL-1, RL-3)", () => {
  test("exactly ten reach the password; the rest get 429 and how long to wait, whatever address they claim", async () => {
    const { email, personId } = await makeAccount(new Date());
    const { cookie, csrfToken } = await form(one);
    const replies = await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        (at % 2 ? one : other).ask("/api/auth/callback/password", {
          method: "POST",
          headers: {
            origin: ORIGIN,
            cookie,
            "content-type": "application/x-www-form-urlencoded",
            "x-forwarded-for": `203.0.113.${at}`,
            "x-socket-address": `203.0.113.${at}`,
            forwarded: `for=${at}`,
          },
          body: new URLSearchParams({ csrfToken, email, password: `guess number ${at}` }).toString(),
        }),
      ),
    );
    const limited = replies.filter(({ status }) => status === 429);
    expect(limited).toHaveLength(90);
    for (const reply of limited) expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
    const page = (await limited[0]?.text()) ?? "";
    expect(page).toContain("You have tried too many times");
    const reached = await lookBeneath(
      "SELECT FROM audit_event WHERE action = 'sign-in.refused' AND subject = $1",
      [`person:${personId}`],
    );
    expect(reached).toHaveLength(10);
  });

  test("one network tries many people: it is stopped, however it calls itself", async () => {
    const { cookie, csrfToken } = await form(one);
    let stopped = 0;
    for (let at = 0; at < 110; at += 10) {
      const replies = await Promise.all(
        Array.from({ length: 10 }, (_, more) =>
          (more % 2 ? one : other).ask("/api/auth/callback/password", {
            method: "POST",
            headers: {
              origin: ORIGIN,
              cookie,
              "content-type": "application/x-www-form-urlencoded",
              "x-forwarded-for": `2001:db8:${at}:${more}::1`,
            },
            body: new URLSearchParams({
              csrfToken,
              email: `${at + more}@example.nhs.uk`,
              password: "x",
            }).toString(),
          }),
        ),
      );
      stopped += replies.filter(({ status }) => status === 429).length;
    }
    expect(stopped).toBeGreaterThan(0);
  });
});

test("signed out in one process, I am signed out in the other (SE-4)", async () => {
  const { personId } = await makeAccount(new Date());
  const cookie = `${SESSION_COOKIE}=${await startSession(personId, { assured: true, now: new Date() })}`;
  expect((await other.ask("/account", { headers: { cookie } })).status).toBe(200);
  await one.ask("/api/auth/sign-out", { method: "POST", headers: { cookie, origin: ORIGIN } });
  expect((await other.ask("/account", { headers: { cookie } })).status).toBe(307);
});

test("ended by an administrator, or by who removed me, I am signed out in both at once (SE-4)", async () => {
  const admin = await makeAccount(new Date());
  await addAdministrator(admin.personId);
  const trust = await makeTrust();
  const lead = await trust.let("digital_lead");
  const member = await trust.let("approver");
  const signedIn = async () =>
    `${SESSION_COOKIE}=${await startSession(member.personId, { assured: true, now: new Date() })}`;
  const statuses = (cookie: string) =>
    Promise.all(
      [one, other].map(async (each) => (await each.ask("/account", { headers: { cookie } })).status),
    );

  const first = await signedIn();
  expect(await statuses(first)).toEqual([200, 200]);
  expect(await endSessionsOfAccount(await asTheyAre(admin.personId), member.personId, new Date())).toBe(true);
  expect(await statuses(first)).toEqual([307, 307]);

  const second = await signedIn();
  expect(await statuses(second)).toEqual([200, 200]);
  expect(await removePerson(lead, trust.id, member.personId, new Date())).toEqual({ kind: "done" });
  expect(await statuses(second)).toEqual([307, 307]);
});

test("my session ended while I filled a form in: without JavaScript too, what I typed waits until I am back (SE-3)", async () => {
  const trust = await makeTrust();
  const lead = await trust.let("digital_lead");
  await startedRound(lead, trust.id);
  const page = planPath(trust.odsCode, "new");
  const signedIn = async () =>
    `${SESSION_COOKIE}=${await startSession(lead.personId, { assured: true, now: new Date() })}`;
  const cookie = await signedIn();
  const filledIn = formIn(await (await one.ask(page, { headers: { cookie } })).text(), 'name="title"');
  const typed = { title: "Try the restore", ownerTitle: "Head of digital", phase: "1" };
  for (const [name, text] of Object.entries({
    ...typed,
    "due-day": "31",
    "due-month": "3",
    "due-year": "2099",
  }))
    filledIn.set(name, text);
  await one.ask("/api/auth/sign-out", { method: "POST", headers: { cookie, origin: ORIGIN } });

  const send = (form: FormData, as: string) =>
    one.ask(page, {
      method: "POST",
      headers: { cookie: as, origin: ORIGIN, "x-forwarded-host": new URL(ORIGIN).host },
      body: form,
    });
  const reply = await send(filledIn, cookie);
  const kept = await reply.text();
  expect(reply.status).toBe(200);
  expect(reply.headers.get("cache-control")).toContain("no-store");
  expect(kept).toContain("You have been signed out, so nothing was saved");
  expect(kept).toContain(`href="/sign-in?returnTo=${encodeURIComponent(page)}"`);
  const again = formIn(kept, "Send it again");
  expect(again.get("title")).toBe("Try the restore");
  expect((await send(again, await signedIn())).status).toBe(303);

  const stolen = await one.ask(page, {
    method: "POST",
    headers: { cookie, origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    body: filledIn,
  });
  expect(await stolen.text()).not.toContain("Send it again");
});

describe("my session nears its end (SE-6)", () => {
  test("asking how long is left is no use of it; staying signed in is", async () => {
    const { personId } = await makeAccount(new Date());
    const began = new Date(Date.now() - 28.5 * 60_000);
    const cookie = `${SESSION_COOKIE}=${await startSession(personId, { assured: true, now: began })}`;
    const left = async (init: RequestInit = {}) => {
      const reply = await one.ask("/api/session", {
        ...init,
        headers: { cookie, accept: "application/json", ...init.headers },
      });
      return ((await reply.json()) as { secondsLeft: number }).secondsLeft;
    };
    expect(await left()).toBeLessThanOrEqual(90);
    expect(await left()).toBeLessThanOrEqual(90);
    expect(await left({ method: "POST", headers: { origin: ORIGIN } })).toBeGreaterThan(29 * 60);
    expect(await left()).toBeGreaterThan(29 * 60);
  });

  test("another site cannot keep it going, and without one I am told so", async () => {
    const init = { method: "POST", headers: { origin: "https://evil.example" } };
    expect((await one.ask("/api/session", init)).status).toBe(403);
    expect((await one.ask("/api/session")).status).toBe(401);
  });
});

test("what the product holds about me is mine alone to take, and only just after I proved who I am", async () => {
  const { personId, email } = await makeAccount(new Date());
  const fresh = `${SESSION_COOKIE}=${await startSession(personId, { assured: true, now: new Date() })}`;
  const reply = await one.ask("/account/data/account.json", { headers: { cookie: fresh } });
  expect(reply.headers.get("content-disposition")).toContain("attachment");
  const text = await reply.text();
  expect(JSON.parse(text)).toMatchObject({ format: "digital-maturity/account@1", person: { email } });
  expect(text).not.toMatch(/argon2|password_?hash|token_?hash|codeHash/i);
  const old = new Date(Date.now() - 11 * 60_000);
  const stale = `${SESSION_COOKIE}=${await startSession(personId, { assured: true, now: old })}`;
  const asked = await one.ask("/account/data/account.json", { headers: { cookie: stale } });
  expect([asked.status, asked.headers.get("location")]).toEqual([
    303,
    "/account/confirm?returnTo=%2Faccount%2Fdata",
  ]);
});

test("whoever is half signed in cannot set up a second one through the page's own action either", async () => {
  const { personId } = await makeAccount(new Date());
  const token = await startSession(personId, { assured: false, now: new Date() });
  expect((await setUpAndComeIn(token, "123456", new Date())).kind).toBe("over");
});
