import { rmSync } from "node:fs";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkCredential } from "@/lib/data/credentials";
import { startSession } from "@/lib/data/sessions";
import { newLinkToken } from "@/lib/data/single-use-tokens";
import { withShared } from "@/lib/data/tenant";
import { disconnect } from "@/lib/db";
import {
  answerApiPath,
  answerPagePath,
  assessmentPath,
  boardPath,
  discussionPath,
  planPath,
  resultsPath,
} from "@/lib/http/addresses";
import { makeDatabase } from "@/scripts/database/databases";
import { startEmbedded, stopEmbedded } from "@/scripts/database/embedded-server";
import { dataHome } from "@/scripts/database/place";
import { serverAccount } from "@/scripts/database/server-account";
import { setUpService } from "@/scripts/database/set-up-service";
import { makeAccount } from "@/tests/support/account";
import { formIn } from "@/tests/support/page-forms";
import { startedRound, tasksIn } from "@/tests/support/round";
import { ORIGIN, type Served, serve, SESSION_COOKIE } from "@/tests/support/served";
import { makeTrust } from "@/tests/support/trust";

// A database server of its own: stopping it is no other test's trouble.
const name = `outage-${process.pid}`;
const levels = "levels=2,3,2,2,3,2,2,3,2,3,2,1&setting=acute";

let served: Served;
let cookie = "";
let pages: string[] = [];
let answer = "";
let commentPage = "";
let planPage = "";
let passwordPage = "";
let person = { personId: "", email: "" };

beforeAll(async () => {
  const server = await startEmbedded(name);
  await makeDatabase(server.ownerUrl("postgres"), name);
  // What was set for this file points elsewhere.
  await disconnect();
  await setUpService({ ownerUrl: server.ownerUrl(name), appUrl: server.appUrl(name) }, () => undefined);
  const trust = await makeTrust();
  const lead = await trust.let("digital_lead", "board_viewer");
  const round = await startedRound(lead, trust.id);
  const [task] = await tasksIn(lead, round);
  if (!task) throw new Error("The round asks nothing");
  const place = { assessmentId: round, capabilityId: task.capability.id, scope: task.scope };
  cookie = `${SESSION_COOKIE}=${await startSession(lead.personId, { assured: true, now: new Date() })}`;
  person = await makeAccount(new Date());
  const { personId } = person;
  const token = await withShared(personId, (tx) =>
    newLinkToken(tx, { purpose: "password_reset", personId }, new Date()),
  );
  await disconnect();
  commentPage = discussionPath(place);
  planPage = planPath(trust.odsCode, "new");
  passwordPage = `/sign-in/new-password/${token}`;
  answer = answerApiPath(place);
  pages = [
    "/sign-in",
    "/frameworks",
    "/frameworks/nhs-trust",
    "/frameworks/nhs-trust/2026.1",
    "/frameworks/nhs-trust/2026.1/capabilities/c06-3",
    "/rapid-check",
    `/rapid-check/result?${levels}`,
    `/rapid-check/carry?${levels}`,
    "/trusts",
    `/trusts/${trust.odsCode}`,
    boardPath(trust.odsCode),
    assessmentPath(round),
    answerPagePath(place),
    `${assessmentPath(round)}/check`,
    resultsPath(round, "acute"),
    resultsPath(round, "acute", "gaps"),
    resultsPath(round, "acute", "route"),
    resultsPath(round, "acute", "report"),
  ];
  served = await serve(server.appUrl(name));
});

afterAll(async () => {
  await served?.stop();
  await stopEmbedded(name);
  rmSync(join(dataHome(serverAccount()), name), { recursive: true, force: true });
});

/** The reply a browser ends up with, following where it is sent within the service. */
async function visit(path: string): Promise<Response> {
  const reply = await served.ask(path, { headers: { cookie } });
  const next = reply.headers.get("location");
  return next && reply.status < 400 ? visit(next) : reply;
}

function put(version: number, note: string, key: string = randomUUID()): Promise<Response> {
  return served.ask(answer, {
    method: "PUT",
    headers: { cookie, origin: ORIGIN, "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify({ version, level: 2, note }),
  });
}

/** Sends a form as a browser without JavaScript does. */
function sendForm(path: string, form: FormData): Promise<Response> {
  const headers = { cookie, origin: ORIGIN, "x-forwarded-host": new URL(ORIGIN).host };
  return served.ask(path, { method: "POST", headers, body: form });
}

/** A form of a page with what I typed into it. */
function filledIn(html: string, about: string, typed: Readonly<Record<string, string>>): FormData {
  const form = formIn(html, about);
  for (const [name, text] of Object.entries(typed)) form.set(name, text);
  return form;
}

const comment = "Seen by the board <today>\n& kept";
const plannedFor = { "due-day": "31", "due-month": "3", "due-year": "2099", phase: "1" };
const newPassword = "harbour pebble violin";
const planned = { title: "Try the restore of the records", ownerTitle: "Head of digital", ...plannedFor };

describe("the database goes away while I work (DB-1)", () => {
  const key = randomUUID();
  let forms: { page: string; form: FormData; again?: FormData; kept: string[] }[] = [];

  test("before, every page is there and my answer is saved", async () => {
    for (const page of pages) expect([page, (await visit(page)).status]).toEqual([page, 200]);
    expect((await put(0, "before")).status).toBe(200);
    const fill = async (page: string, about: string, typed: Record<string, string>) => {
      const html = await (await visit(page)).text();
      const kept = Object.values(typed).filter((text) => text.includes(" ") && text !== newPassword);
      return { page, form: filledIn(html, about, typed), kept };
    };
    forms = [
      await fill(commentPage, 'name="text"', { text: comment }),
      await fill(planPage, 'name="title"', planned),
      await fill(passwordPage, 'name="password"', { password: newPassword }),
    ];
    await stopEmbedded(name);
  });

  test("every page says so calmly, leads back to itself and tells nothing of the inside", async () => {
    for (const page of pages) {
      const reply = await visit(page);
      const text = await reply.text();
      expect([page, reply.status, reply.headers.get("retry-after")]).toEqual([page, 503, "30"]);
      expect(text).toContain("Sorry, the service is unavailable");
      expect(text).not.toMatch(/Prisma|ECONNREFUSED|127\.0\.0\.1|at .*\.js/);
    }
    const tryAgain = /class="button" href="([^"]+)"/.exec(await (await visit(pages[12] ?? "")).text());
    expect(tryAgain?.[1]).toBe(pages[12]);
  });

  test("pages that need no database stand, and so does the sign that the process lives", async () => {
    for (const page of ["/", "/help", "/privacy", "/cookies", "/accessibility", "/api/health"]) {
      expect([page, (await visit(page)).status]).toEqual([page, 200]);
    }
    expect((await visit("/api/health/ready")).status).toBe(503);
  });

  test("a save is told to try again and is never called saved; a plain form gets its text back", async () => {
    const reply = await put(1, "typed while it was away", key);
    expect([reply.status, reply.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(reply.headers.get("content-type")).toBe("application/problem+json");

    const form = await served.ask(answer, {
      method: "POST",
      headers: { cookie, origin: ORIGIN, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ version: "1", use: "level", level: "2", note: "Ten minutes of <typing>" }),
    });
    expect(form.status).toBe(503);
    const page = await form.text();
    expect(page).toContain("Your answer is not saved yet");
    expect(page).toContain("Ten minutes of &lt;typing&gt;");
  });

  test("any other form comes back with what I typed and says that it was not sent; a password never does", async () => {
    for (const sent of forms) {
      const { page, form, kept } = sent;
      const reply = await sendForm(page, form);
      const html = await reply.text();
      expect([page, reply.status, reply.headers.get("location")]).toEqual([page, 200, null]);
      expect(html).toContain("Your form is not sent yet");
      expect(html).toMatch(/<title>Error: /);
      expect(html).toContain("Wait a minute, then send this form again");
      expect(html).not.toContain(newPassword);
      const again = formIn(html, "Send it again");
      sent.again = again;
      if (form.has("password")) again.set("password", newPassword);
      for (const text of kept) expect([...again.values()]).toContain(text);
      const had = [...form].filter(([name]) => !name.startsWith("$ACTION") && name !== "password");
      for (const [name, value] of had)
        expect([page, name, again.getAll(name)]).toEqual([page, name, [value]]);
    }
  });

  test.each([
    "/api/v1/frameworks",
    "/api/v1/frameworks/nhs-trust/2026.1",
    "/frameworks/nhs-trust/2026.1/framework.csv",
    `/rapid-check/assessment.json?${levels}`,
  ])("a system that asks for %s is told when to ask again", async (path) => {
    const reply = await served.ask(path);
    expect([reply.status, reply.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await reply.json()).toMatchObject({ status: 503 });
  });

  test("it comes back, and everything works again with no restart of the service (DB-2)", async () => {
    await startEmbedded(name);
    await expect.poll(async () => (await visit("/api/health/ready")).status).toBe(200);
    for (const page of pages) expect([page, (await visit(page)).status]).toEqual([page, 200]);
    const saved = await put(1, "typed while it was away", key);
    expect(await saved.json()).toMatchObject({ version: 2 });
    for (const { page, form, again } of forms) {
      const reply = await sendForm(page, again ?? form);
      expect([page, reply.status]).toEqual([page, 303]);
    }
    expect(await (await visit(commentPage)).text()).toContain("Seen by the board &lt;today&gt;");
    expect(await (await visit(planPage.replace("/new", ""))).text()).toContain(planned.title);
    expect((await checkCredential(person.email, newPassword)).right).toBe(true);
    await disconnect();
    expect(served.printed()).not.toMatch(/unhandledRejection|uncaughtException|⨯/);
  });
});
