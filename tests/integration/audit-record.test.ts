import { beforeEach, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { addAdministrator } from "@/lib/data/administrators";
import { installationRecord, organisationRecord } from "@/lib/data/audit-record";
import { record } from "@/lib/data/audit";
import { type Anchor, sealEvents, verifyRecord } from "@/lib/data/audit-seal";
import { recordRefusal } from "@/lib/data/refusals";
import { withTenant } from "@/lib/data/tenant";
import { connectAsOwner, lookBeneath } from "@/tests/support/database";
import { save, startedRound } from "@/tests/support/round";
import { asTheyAre, makeTrust, type Trust } from "@/tests/support/trust";

let ours: Trust;
let lead: CurrentUser;

beforeEach(async () => {
  ours = await makeTrust();
  lead = await ours.let("digital_lead");
});

const happen = (who: CurrentUser, subject: string) =>
  withTenant(who, { write: ours.id }, (tx) =>
    record(tx, {
      organisationId: ours.id,
      actorId: who.personId,
      action: "answer.saved",
      subject,
      detail: { b: 2, a: 1 },
    }),
  );

const inAWhile = () => new Date(Date.now() + 10 * 60_000);

/** Every event sealed, whatever was still under way elsewhere. */
async function sealAll(): Promise<void> {
  const unsealed =
    "SELECT FROM audit_event e WHERE NOT EXISTS (SELECT FROM audit_seal s WHERE s.event_id = e.id)";
  while ((await lookBeneath(unsealed)).length > 0) await sealEvents();
}

describe("the record of events is sealed", () => {
  test("300 events at once, with several sealers among them: one whole chain", async () => {
    const sealers = Array.from({ length: 12 }, () => sealEvents());
    await Promise.all([...Array.from({ length: 300 }, (_, n) => happen(lead, `test.${n}`)), ...sealers]);
    await sealAll();
    const { sealed, problems } = await verifyRecord([], inAWhile());
    expect(problems).toEqual([]);
    const [{ events }] = (await lookBeneath("SELECT count(*)::int AS events FROM audit_event")) as [
      { events: number },
    ];
    expect(sealed).toBe(events);
    expect(await sealEvents()).toBe(0);
  });

  test("an event whose transaction is still open is not passed over: it is sealed once it stands", async () => {
    await sealAll();
    await withTenant(lead, { write: ours.id }, async (tx) => {
      await record(tx, {
        organisationId: ours.id,
        actorId: lead.personId,
        action: "answer.saved",
        subject: "test.slow",
      });
      await outside(() => happen(lead, "test.quick"));
      await outside(() => sealEvents());
    });
    await sealAll();
    expect((await verifyRecord([], inAWhile())).problems).toEqual([]);
  });
});

/** As another request would: outside the transaction that is open here. */
function outside<T>(act: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    waiting.push(() => void act().then(resolve, reject));
  });
}

const waiting: (() => void)[] = [];
setInterval(() => waiting.shift()?.(), 5).unref();

describe("somebody with every right over the database changes the record", () => {
  let anchor: Anchor;
  let last: { id: string; number: string };

  beforeEach(async () => {
    for (const action of ["test.one", "test.two", "test.three"]) await happen(lead, action);
    await sealAll();
    const { head, problems } = await verifyRecord([], inAWhile());
    expect(problems).toEqual([]);
    anchor = head as Anchor;
    [last] = (await lookBeneath(
      "SELECT event_id AS id, number FROM audit_seal ORDER BY number DESC LIMIT 1",
    )) as [typeof last];
  });

  /** What a superuser could do: row-level security and the triggers are taken away, the change made, all put back. */
  async function tampered(statement: string): Promise<string[]> {
    const owner = await connectAsOwner();
    const tables = ["audit_event", "audit_seal"];
    await owner.query("BEGIN");
    for (const table of tables) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await owner.query("ALTER TABLE audit_event NO FORCE ROW LEVEL SECURITY");
    await owner.query("CREATE TEMP TABLE kept_event ON COMMIT PRESERVE ROWS AS SELECT * FROM audit_event");
    await owner.query("CREATE TEMP TABLE kept_seal ON COMMIT PRESERVE ROWS AS SELECT * FROM audit_seal");
    await owner.query(statement);
    await owner.query("COMMIT");
    const { problems } = await verifyRecord([anchor], inAWhile());
    await owner.query("BEGIN");
    await owner.query("DELETE FROM audit_event; DELETE FROM audit_seal");
    await owner.query(
      "INSERT INTO audit_event SELECT * FROM kept_event; INSERT INTO audit_seal SELECT * FROM kept_seal",
    );
    await owner.query("DROP TABLE kept_event, kept_seal");
    await owner.query("ALTER TABLE audit_event FORCE ROW LEVEL SECURITY");
    for (const table of tables) await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    await owner.query("COMMIT");
    expect((await verifyRecord([anchor], inAWhile())).problems).toEqual([]);
    return problems;
  }

  test.each([
    ["who did it", "UPDATE audit_event SET actor_id = gen_random_uuid() WHERE id = $ID"],
    ["what it was", "UPDATE audit_event SET detail = '{\"a\": 1}' WHERE id = $ID"],
    ["when", "UPDATE audit_event SET at = at - interval '1 day' WHERE id = $ID"],
  ])("an event is edited, %s: found", async (_what, statement) => {
    expect(await tampered(statement.replace("$ID", last.id))).toEqual([
      expect.stringContaining(
        `Event ${last.id}, or link ${last.number} of the chain, is not as it was sealed`,
      ),
    ]);
  });

  test("an event is deleted: found", async () => {
    expect(await tampered(`DELETE FROM audit_event WHERE id = ${last.id}`)).toEqual([
      expect.stringContaining(`Event ${last.id} was sealed and is not there any more`),
    ]);
  });

  test("an event is put in and dated back: found", async () => {
    const add = `INSERT INTO audit_event (organisation_id, action, subject, at) VALUES (NULL, 'x', 'y', now() - interval '1 day')`;
    expect(await tampered(add)).toEqual([
      expect.stringContaining("1 events older than five minutes are not sealed"),
    ]);
  });

  test("both tables are emptied, or their end is cut off: found by the anchor kept elsewhere", async () => {
    expect(await tampered("DELETE FROM audit_event; DELETE FROM audit_seal")).toEqual([
      expect.stringContaining(`ends before link ${anchor.number}`),
    ]);
    const cut = `DELETE FROM audit_event WHERE id = ${last.id}; DELETE FROM audit_seal WHERE number = ${last.number}`;
    expect(await tampered(cut)).toEqual([expect.stringContaining("its end was cut off")]);
  });

  test("the chain is written anew over changed events: found by the anchor", async () => {
    const forged = `UPDATE audit_event SET subject = 'z' WHERE id = ${last.id};
      UPDATE audit_seal SET hash = repeat('0', 64) WHERE number = ${last.number}`;
    expect(await tampered(forged)).toContainEqual(expect.stringContaining("is not the one that the anchor"));
  });
});

describe("who reads the record", () => {
  test("our lead reads ours, by person, by kind and by day; nobody else does", async () => {
    const round = await startedRound(lead, ours.id);
    const secret = "what I typed stays out of it";
    await save(
      lead,
      { assessmentId: round, capabilityId: "c06-3", scope: "organisation" },
      { version: 0, level: 2, note: secret },
    );
    const page = await organisationRecord(lead, ours.id, {}, 50);
    expect(page?.events.map(({ action }) => action)).toEqual([
      "answer.saved",
      "round.started",
      "membership.added",
    ]);
    expect(JSON.stringify(page)).not.toContain(secret);
    const only = async (filter: object) =>
      (await organisationRecord(lead, ours.id, filter, 50))?.events.length;
    expect(await only({ personId: lead.personId })).toBe(2);
    expect(await only({ action: "answer.saved" })).toBe(1);
    expect(await only({ before: new Date("2020-01-01") })).toBe(0);
    expect(await organisationRecord(lead, ours.id, {}, 1)).toMatchObject({ more: true });

    const stranger = await (await makeTrust()).let("digital_lead");
    const approver = await ours.let("approver");
    for (const person of [stranger, approver]) {
      expect(await organisationRecord(person, ours.id, {}, 50)).toBeNull();
      expect(await installationRecord(person, {}, 50)).toBeNull();
    }
  });

  test("an administrator reads of the installation, of people and of sharing, and nothing about answers", async () => {
    const round = await startedRound(lead, ours.id);
    await save(
      lead,
      { assessmentId: round, capabilityId: "c06-3", scope: "organisation" },
      { version: 0, level: 2 },
    );
    const person = await (await makeTrust()).let("board_viewer");
    await addAdministrator(person.personId);
    const administrator = await asTheyAre(person.personId);
    await recordRefusal(lead.personId, `/assessments/${round}?note=typed`);
    const page = await installationRecord(administrator, {}, 500);
    const kinds = new Set(page?.events.map(({ action }) => action));
    expect(kinds).toContain("access.refused");
    expect(kinds).toContain("membership.added");
    expect([...kinds].filter((kind) => /^(answer|round|snapshot|target)/.test(kind))).toEqual([]);
    expect(page?.events.find(({ action }) => action === "access.refused")?.subject).toBe(
      `address:/assessments/${round}`,
    );
    expect(await organisationRecord(administrator, ours.id, {}, 50)).toBeNull();
    const again = await installationRecord(administrator, { action: "audit.viewed" }, 50);
    expect(again?.events.length).toBeGreaterThan(0);
  });
});
