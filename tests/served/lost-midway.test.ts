import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSession } from "@/lib/data/sessions";
import { adminPath, answerApiPath, discussionPath, planPath } from "@/lib/http/addresses";
import { withConnection } from "@/scripts/database/connection";
import { anAdministrator } from "@/tests/support/administrator";
import { fileDatabase } from "@/tests/support/database";
import { formIn } from "@/tests/support/page-forms";
import { startedRound } from "@/tests/support/round";
import { ORIGIN, type Served, serve, SESSION_COOKIE } from "@/tests/support/served";
import { makeTrust } from "@/tests/support/trust";

let served: Served;
let cookie = "";
let adminCookie = "";
let plan = "";
let planFile = "";
let place = { assessmentId: "", capabilityId: "c06-3", scope: "organisation" };

const signIn = async (personId: string) =>
  `${SESSION_COOKIE}=${await startSession(personId, { assured: true, now: new Date() })}`;

beforeAll(async () => {
  const trust = await makeTrust();
  const lead = await trust.let("digital_lead");
  place = { ...place, assessmentId: await startedRound(lead, trust.id) };
  [cookie, adminCookie] = [await signIn(lead.personId), await signIn((await anAdministrator()).personId)];
  plan = planPath(trust.odsCode);
  planFile = `${plan}/plan.xlsx`;
  served = await serve(fileDatabase().appUrl);
});
afterAll(() => served?.stop());

/** What comes of a request whose connection is ended by the database while it waits there for a row of the table. */
async function lostAt(table: string, send: () => Promise<Response>): Promise<Response> {
  const { ownerUrl, appUrl } = fileDatabase();
  return withConnection(ownerUrl, async (owner) => {
    await owner.query("BEGIN");
    await owner.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    const reply = send();
    // A role may end its own connections.
    await withConnection(appUrl, (killer) =>
      expect
        .poll(
          async () => {
            const { rowCount } = await killer.query(
              `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE datname = current_database() AND pid <> pg_backend_pid() AND wait_event_type = 'Lock'`,
            );
            return rowCount;
          },
          { interval: 20 },
        )
        .toBeGreaterThan(0),
    );
    const answered = await reply;
    await owner.query("ROLLBACK");
    return answered;
  });
}

const ask = (path: string, by = cookie) => served.ask(path, { headers: { cookie: by } });

describe("the connection to the database breaks while my request is under way (DB-1)", () => {
  test.each([
    ["a trust's own tables", "planned_action", () => plan, () => cookie],
    ["what belongs to no trust", "organisation_import", () => adminPath("imports"), () => adminCookie],
  ])(
    "a page that reads %s then says calmly that the service is unavailable, and leads back",
    async (_what, table, path, by) => {
      expect((await ask(path(), by())).status).toBe(200);
      const reply = await lostAt(table, () => ask(path(), by()));
      expect([reply.status, reply.headers.get("location")]).toEqual([
        307,
        `/unavailable?returnTo=${encodeURIComponent(path())}`,
      ]);
      const page = await ask(reply.headers.get("location") ?? "");
      expect([page.status, page.headers.get("retry-after")]).toEqual([503, "30"]);
      expect(await page.text()).toContain(`href="${path()}"`);
      // The next try has a connection that works.
      expect((await ask(path(), by())).status).toBe(200);
    },
  );

  test("a file that cannot be made then says when to ask again", async () => {
    const reply = await lostAt("planned_action", () => ask(planFile));
    expect([reply.status, reply.headers.get("retry-after")]).toEqual([503, "5"]);
  });

  test("a save is not called saved, and the same one is taken afterwards", async () => {
    const headers = {
      ...{ cookie, origin: ORIGIN, "content-type": "application/json" },
      "idempotency-key": randomUUID(),
    };
    const body = JSON.stringify({ version: 0, level: 2, note: "typed once" });
    const save = () => served.ask(answerApiPath(place), { method: "PUT", headers, body });
    const reply = await lostAt("answer", save);
    expect([reply.status, reply.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await (await save()).json()).toMatchObject({ version: 1 });
  });

  test("a form comes back with what I typed, and nothing of it is kept twice", async () => {
    const page = discussionPath(place);
    const form = formIn(await (await ask(page)).text(), 'name="text"');
    form.set("text", "What does the board need?");
    const headers = { cookie, origin: ORIGIN, "x-forwarded-host": new URL(ORIGIN).host };
    const reply = await lostAt("comment", () => served.ask(page, { method: "POST", headers, body: form }));
    const html = await reply.text();
    expect(reply.status).toBe(200);
    expect(html).toContain("Your form is not sent yet");
    const again = formIn(html, "Send it again");
    expect((await served.ask(page, { method: "POST", headers, body: again })).status).toBe(303);
    const shown = await (await ask(page)).text();
    expect(shown.match(/What does the board need\?<\/p>/g)).toHaveLength(1);
  });

  test("a form that a browser sends on to the calm page is given back there, and to its own page alone", async () => {
    const form = new FormData();
    form.set("text", "What does the board need?");
    const sent = (origin: string) =>
      served.ask(`/unavailable?returnTo=${plan}`, { method: "POST", headers: { origin }, body: form });
    const reply = await sent(ORIGIN);
    expect([reply.status, reply.headers.get("retry-after")]).toEqual([503, "30"]);
    expect(await reply.text()).toContain("What does the board need?");
    const refused = await sent("https://evil.example");
    expect([refused.status, (await refused.text()).includes("the board")]).toEqual([403, false]);
  });

  test("and nothing of it reads like a fault of the service", () => {
    expect(served.printed()).not.toMatch(/unhandledRejection|uncaughtException|⨯/);
  });
});
