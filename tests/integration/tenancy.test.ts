import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { systemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";
import { record } from "@/lib/data/audit";
import { endMembership } from "@/lib/data/memberships";
import { removePerson } from "@/lib/data/organisation-people";
import { organisationByCode, organisationsOf } from "@/lib/data/organisations";
import { shared, statement, withShared, withTenant } from "@/lib/data/tenant";
import { disconnect } from "@/lib/db";
import { Prisma } from "@/lib/generated/prisma/client";
import { connectAsApp, lookBeneath } from "@/tests/support/database";
import { fillTables, tenantTables } from "@/tests/support/tenant-rows";
import { asTheyAre, makeTrust, type Trust } from "@/tests/support/trust";

const POOL = 3;

let ours: Trust;
let theirs: Trust;
let lead: CurrentUser;
let colleague: CurrentUser;
let stranger: CurrentUser;
let app: Client;
let ourRound: string;
let theirRound: string;

beforeAll(async () => {
  vi.stubEnv("DATABASE_POOL_SIZE", String(POOL));
  [ours, theirs] = [await makeTrust(), await makeTrust()];
  [lead, colleague, stranger] = [
    await ours.let("digital_lead"),
    await ours.let("approver"),
    await theirs.let("digital_lead"),
  ];
  ourRound = await fillTables(lead, ours.id);
  theirRound = await fillTables(stranger, theirs.id);
  app = await connectAsApp();
});
afterAll(async () => {
  await disconnect();
  vi.unstubAllEnvs();
});

/** Runs statements as the application would, with these settings and nothing of the code above them. */
async function beneath(
  settings: { user?: string; reads?: string[]; writes?: string },
  statement: string,
  values: unknown[] = [],
) {
  await app.query("BEGIN");
  try {
    await app.query(
      "SELECT set_config('app.user_id', $1, true), set_config('app.organisation_ids', $2, true), set_config('app.organisation_id', $3, true)",
      [settings.user ?? "", (settings.reads ?? []).join(","), settings.writes ?? ""],
    );
    return await app.query(statement, values);
  } finally {
    await app.query("ROLLBACK");
  }
}

describe("another trust's people look for our data", () => {
  test.each(tenantTables)("%s: they see their own rows and none of ours", async (table) => {
    const look = `SELECT DISTINCT organisation_id AS id FROM ${table}`;
    const { rows } = await beneath({ user: stranger.personId, reads: [theirs.id] }, look);
    expect(rows).toEqual([{ id: theirs.id }]);
    expect(await lookBeneath(`SELECT FROM ${table} WHERE organisation_id = $1`, [ours.id])).not.toEqual([]);
  });

  test.each(tenantTables)("%s: whoever forgot to say who they are sees nothing", async (table) => {
    expect((await app.query(`SELECT FROM ${table}`)).rowCount).toBe(0);
    expect((await beneath({}, `SELECT FROM ${table}`)).rowCount).toBe(0);
  });

  test("through the code as well, even with our ids in hand", async () => {
    const found = await withTenant(stranger, {}, async (tx) => ({
      round: await tx.assessment.findFirst({ where: { id: ourRound } }),
      answers: await tx.answer.findMany({ where: { organisationId: ours.id } }),
      through: await tx.organisation.findUnique({
        where: { id: ours.id },
        select: { assessments: true, memberships: true },
      }),
    }));
    expect(found).toEqual({ round: null, answers: [], through: { assessments: [], memberships: [] } });
    const aside = await shared().organisation.findUnique({
      where: { id: ours.id },
      select: { assessments: true, memberships: true },
    });
    expect(aside).toEqual({ assessments: [], memberships: [] });
  });

  test("our trust is not on their list and its code finds nothing", async () => {
    expect((await organisationsOf(stranger)).map(({ id }) => id)).toEqual([theirs.id]);
    expect(await organisationByCode(stranger, ours.odsCode)).toBeNull();
    expect(await organisationByCode(lead, ours.odsCode.toLowerCase())).toMatchObject({
      roles: ["digital_lead"],
    });
  });
});

describe("another trust's people try to write to ours", () => {
  const target = (organisationId: string, assessmentId: string) => [organisationId, assessmentId];
  const add = `INSERT INTO target (organisation_id, assessment_id, capability_id, scope, level, set_at, set_by_id)
               VALUES ($1, $2, 'new', 'acute', 3, now(), gen_random_uuid())`;

  test("a new row with our organisation is refused", async () => {
    const them = { user: stranger.personId, reads: [theirs.id], writes: theirs.id };
    await expect(beneath(them, add, target(ours.id, ourRound))).rejects.toThrow("row-level security");
    expect((await beneath(them, add, target(theirs.id, theirRound))).rowCount).toBe(1);
  });

  test("so is one of theirs that points at our round", async () => {
    const them = { user: stranger.personId, reads: [theirs.id], writes: theirs.id };
    await expect(beneath(them, add, target(theirs.id, ourRound))).rejects.toThrow(/foreign key/);
  });

  test.each([
    "UPDATE assessment SET state = 'signed_off'",
    "UPDATE answer SET note = 'x'",
    "UPDATE target SET level = 1",
    "UPDATE membership SET ended_at = now()",
    "DELETE FROM target",
  ])("%s changes none of ours", async (statement) => {
    const them = { user: stranger.personId, reads: [theirs.id], writes: theirs.id };
    const { rowCount } = await beneath(them, `${statement} WHERE organisation_id = $1`, [ours.id]);
    expect(rowCount).toBe(0);
  });

  test("asking the code to write to our trust fails before anything is sent", async () => {
    const act = vi.fn(async () => {});
    await expect(withTenant(stranger, { write: ours.id }, act)).rejects.toThrow("does not belong");
    expect(act).not.toHaveBeenCalled();
  });
});

describe("a lead of two trusts", () => {
  test("reads both, and writes to the one they said alone", async () => {
    const both = { user: lead.personId, reads: [ours.id, theirs.id], writes: ours.id };
    const { rows } = await beneath(both, "SELECT DISTINCT organisation_id AS id FROM answer");
    expect(rows.map(({ id }) => id).sort()).toEqual([ours.id, theirs.id].sort());
    const { rowCount } = await beneath(both, "UPDATE answer SET note = 'x' WHERE organisation_id = $1", [
      theirs.id,
    ]);
    expect(rowCount).toBe(0);
  });

  test("reading alone, writes nowhere", async () => {
    const reading = { user: lead.personId, reads: [ours.id] };
    expect((await beneath(reading, "UPDATE answer SET note = 'x'")).rowCount).toBe(0);
    await expect(
      withTenant(lead, {}, (tx) =>
        record(tx, { organisationId: ours.id, actorId: lead.personId, action: "answer.saved", subject: "y" }),
      ),
    ).rejects.toThrow();
  });
});

describe("what only its author may see", () => {
  test("what I typed and could not save is mine, and my colleagues see the rest of the history", async () => {
    const kinds = (who: CurrentUser) =>
      withTenant(who, {}, (tx) =>
        tx.answerRevision.findMany({ select: { kind: true }, orderBy: { id: "asc" } }),
      );
    expect(await kinds(lead)).toEqual([{ kind: "carried_forward" }, { kind: "refused" }]);
    expect(await kinds(colleague)).toEqual([{ kind: "carried_forward" }]);
  });

  test("the replies to my saves are mine", async () => {
    const count = (who: CurrentUser) => withTenant(who, {}, (tx) => tx.saveReceipt.count());
    expect([await count(lead), await count(colleague)]).toEqual([1, 0]);
  });

  test("nobody writes history, receipts or events in another's name", async () => {
    const asColleague = { user: colleague.personId, reads: [ours.id], writes: ours.id };
    const inLeadsName = [
      `INSERT INTO answer_revision (organisation_id, assessment_id, capability_id, scope, kind, version, value, at, by_id)
       VALUES ($1, '${ourRound}', 'c', 'acute', 'saved', 9, '{}', now(), $2)`,
      `INSERT INTO save_receipt (organisation_id, person_id, key, body_hash, reply, at)
       VALUES ($1, $2, gen_random_uuid(), '', '{}', now())`,
      "INSERT INTO audit_event (organisation_id, actor_id, action, subject) VALUES ($1, $2, 'x', 'y')",
    ];
    for (const statement of inLeadsName) {
      await expect(beneath(asColleague, statement, [ours.id, lead.personId])).rejects.toThrow(
        "row-level security",
      );
    }
  });
});

describe("somebody leaves", () => {
  test("their next request finds them a member of nothing, and what they had open is not saved", async () => {
    const leaver = await ours.let("digital_lead");
    const place = { organisationId: ours.id, personId: leaver.personId, role: "digital_lead" } as const;
    await endMembership(systemActor(ours.id), place, new Date());

    const now = await asTheyAre(leaver.personId);
    expect(now.memberships).toEqual([]);
    await expect(withTenant(now, { write: ours.id }, async () => {})).rejects.toThrow("does not belong");
  });

  test("only their own trust's lead may send them away, and it is on record", async () => {
    const member = await ours.let("board_viewer");
    const remove = (who: CurrentUser) => removePerson(who, ours.id, member.personId, new Date());
    expect(await remove(stranger)).toEqual({ kind: "not_found" });
    expect(await remove(colleague)).toEqual({ kind: "not_found" });
    expect((await asTheyAre(member.personId)).memberships).toHaveLength(1);

    expect(await remove(lead)).toEqual({ kind: "done" });
    const events = await lookBeneath<{ action: string; by: string }>(
      "SELECT action, actor_id AS by FROM audit_event WHERE subject = $1 ORDER BY id",
      [`person:${member.personId}`],
    );
    expect(events.at(-1)).toEqual({ action: "membership.ended", by: lead.personId });
  });
});

describe("many people at once over few connections", () => {
  /** Looks on each connection there is: all looks wait for a lock that is let go once they all wait. */
  async function leftOnConnections(): Promise<string[]> {
    await app.query("SELECT pg_advisory_lock(1)");
    const looks = Array.from({ length: POOL }, () =>
      statement<{ pid: number; left: string }>(Prisma.sql`
        SELECT pg_backend_pid() AS pid, pg_advisory_xact_lock_shared(1)::text,
               concat(current_setting('app.user_id', true), current_setting('app.organisation_ids', true),
                      current_setting('app.organisation_id', true)) AS left`),
    );
    const found = Promise.all(looks);
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'`;
    await Promise.race([expect.poll(async () => (await app.query(waiting)).rowCount).toBe(POOL), found]);
    await app.query("SELECT pg_advisory_unlock(1)");
    const rows = (await found).flat();
    expect(new Set(rows.map(({ pid }) => pid)).size).toBe(POOL);
    return rows.map(({ left }) => left);
  }

  test("nobody ever sees the other's rows, and nothing of anybody is left on a connection", async () => {
    const people = [lead, stranger];
    const runs = Array.from({ length: 1000 }, async (_, index) => {
      const who = people[index % 2] ?? lead;
      const own = who === lead ? ours.id : theirs.id;
      try {
        return await withTenant(who, index % 3 === 0 ? { write: own } : {}, async (tx) => {
          const rows = await tx.answer.findMany({ select: { organisationId: true } });
          if (index % 7 === 0) throw new Error("the work failed");
          if (index % 11 === 0) await tx.$queryRaw`SELECT 1 / 0`;
          // A statement that takes too long, and a connection that dies in the middle.
          if (index % 61 === 0) {
            await tx.$queryRaw`SELECT set_config('statement_timeout', '20', true)`;
            await tx.$queryRaw`SELECT pg_sleep(1)::text`;
          }
          if (index % 97 === 0) await tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`;
          return rows.every(({ organisationId }) => organisationId === own) && rows.length > 0;
        });
      } catch {
        return "failed";
      }
    });
    const outcomes = await Promise.all(runs);
    expect(new Set(outcomes)).toEqual(new Set([true, "failed"]));
    expect(await leftOnConnections()).toEqual(["", "", ""]);
  });

  test("what fails leaves nothing behind: neither the change nor its event", async () => {
    const subject = `test:${randomUUID()}`;
    const failing = withTenant(lead, { write: ours.id }, async (tx) => {
      await tx.target.updateMany({ where: { assessmentId: ourRound }, data: { reason: "never" } });
      await record(tx, { organisationId: ours.id, actorId: lead.personId, action: "answer.saved", subject });
      throw new Error("after both");
    });
    await expect(failing).rejects.toThrow("after both");
    expect(await lookBeneath("SELECT FROM audit_event WHERE subject = $1", [subject])).toEqual([]);
    expect(await lookBeneath("SELECT FROM target WHERE reason = 'never'")).toEqual([]);

    const aside = withShared(lead.personId, async (tx) => {
      await record(tx, { organisationId: null, actorId: lead.personId, action: "answer.saved", subject });
      throw new Error("after it");
    });
    await expect(aside).rejects.toThrow("after it");
    expect(await lookBeneath("SELECT FROM audit_event WHERE subject = $1", [subject])).toEqual([]);
  });
});

describe("a lead deletes a round", () => {
  async function roundWith(kind: "carried_forward" | "saved" | "withdrawn" | "refused"): Promise<string> {
    return fillTables(lead, ours.id, { kinds: [kind], snapshot: false });
  }
  const remove = (id: string) =>
    withTenant(lead, { write: ours.id }, (tx) => tx.assessment.deleteMany({ where: { id } }));
  const left = (id: string) =>
    lookBeneath(
      "SELECT FROM answer_revision WHERE assessment_id = $1 UNION ALL SELECT FROM answer WHERE assessment_id = $1",
      [id],
    );

  test("that nobody has answered: what was carried into it goes with it", async () => {
    const round = await roundWith("carried_forward");
    expect(await left(round)).toHaveLength(2);
    expect(await remove(round)).toEqual({ count: 1 });
    expect(await left(round)).toEqual([]);
  });

  test.each(["saved", "withdrawn", "refused"] as const)(
    "in which somebody typed something (%s): the database itself keeps it",
    async (kind) => {
      const round = await roundWith(kind);
      await expect(remove(round)).rejects.toThrow("keeps its history");
      expect(await left(round)).toHaveLength(2);
    },
  );
});
