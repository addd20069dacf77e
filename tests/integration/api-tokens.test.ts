import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { may } from "@/lib/access/policy";
import { systemActor } from "@/lib/access/system-actor";
import type { TokenScope } from "@/lib/access/token-scope";
import type { CurrentUser } from "@/lib/access/user";
import { accountData } from "@/lib/data/account-data";
import { endOwnToken, ownTokens } from "@/lib/data/api-tokens";
import { resetAccess } from "@/lib/data/access-reset";
import { assessmentsOf } from "@/lib/data/assessments";
import { endGrant, giveAccess } from "@/lib/data/grants";
import { makeToken, MOST_TOKENS } from "@/lib/data/make-token";
import { addMembership, endMembership } from "@/lib/data/memberships";
import { removePerson, setRoles } from "@/lib/data/organisation-people";
import { bearerOf } from "@/lib/data/token-bearer";
import { endReach, tokensReaching } from "@/lib/data/token-reaches";
import { makeAccount } from "@/tests/support/account";
import { lookBeneath } from "@/tests/support/database";
import { startedRound } from "@/tests/support/round";
import { asTheyAre, makeOrganisation, makeTrust, type Trust } from "@/tests/support/trust";

const now = new Date("2026-11-23T09:00:00Z");
const after = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60_000);

let trust: Trust;
let lead: CurrentUser;
beforeAll(async () => {
  trust = await makeTrust();
  lead = await trust.let("digital_lead");
});

async function tokenOf(
  user: CurrentUser,
  organisationIds: readonly string[],
  wanted: { scopes?: readonly TokenScope[]; days?: number; name?: string } = {},
) {
  const asked = { name: "Warehouse", scopes: ["read"] as const, days: 90, organisationIds, ...wanted };
  const made = await makeToken(user, asked, now);
  if (made.kind !== "made") throw new Error(made.kind);
  return made;
}

const eventsOf = (tokenId: string) =>
  lookBeneath<{ action: string; organisation: string | null; by: string | null }>(
    "SELECT action, organisation_id AS organisation, actor_id AS by FROM audit_event WHERE subject = $1 ORDER BY id",
    [`token:${tokenId}`],
  );

describe("I make a token for our data warehouse", () => {
  test("and it acts as me in my trust, without being an administrator or in a session", async () => {
    const { secret } = await tokenOf(lead, [trust.id]);
    const bearer = await bearerOf(secret, now);
    expect(bearer?.user).toEqual({ ...lead, sessionId: null, administrator: false });
    expect(bearer?.scopes).toEqual(["read"]);
  });

  test("I know it by how it begins, and the database holds only its hash", async () => {
    const { secret } = await tokenOf(lead, [trust.id]);
    expect(secret).toMatch(/^dmat_[0-9a-f]{72}$/);
    const rows = await lookBeneath<{ row: string }>(
      "SELECT api_token::text AS row FROM api_token UNION ALL SELECT detail::text FROM audit_event",
    );
    expect(rows.filter(({ row }) => row.includes(secret) || row.includes(secret.slice(5, 69)))).toEqual([]);
  });

  test("it is on record with the installation and with my trust", async () => {
    const { id } = await tokenOf(lead, [trust.id]);
    expect(await eventsOf(id)).toEqual([
      { action: "token.made", organisation: null, by: lead.personId },
      { action: "token.let_in", organisation: trust.id, by: lead.personId },
    ]);
  });

  test("it ends by itself on its day, and not before", async () => {
    const { secret } = await tokenOf(lead, [trust.id], { days: 30 });
    expect(await bearerOf(secret, new Date(after(30).getTime() - 1))).not.toBeNull();
    expect(await bearerOf(secret, after(30))).toBeNull();
  });

  test("I see when it was last used, to the minute", async () => {
    const user = await trust.let("contributor");
    const { secret } = await tokenOf(user, [trust.id]);
    expect((await ownTokens(user, now))[0]).toMatchObject({ lastUsedAt: null, organisations: [trust.name] });
    await bearerOf(secret, after(1));
    await bearerOf(secret, new Date(after(1).getTime() + 59_000));
    expect((await ownTokens(user, now))[0]?.lastUsedAt).toEqual(after(1));
  });

  test("what the product holds about me tells of it, without its hash", async () => {
    const user = await trust.let("contributor");
    await tokenOf(user, [trust.id], { name: "My script" });
    const { tokens } = await accountData(user, now);
    expect(tokens).toEqual([
      {
        name: "My script",
        scopes: ["read"],
        madeAt: now.toISOString(),
        lastUsedAt: null,
        endedAt: null,
        worksUntil: after(90).toISOString(),
      },
    ]);
  });

  test.each([
    ["for a trust that is not mine", { organisationIds: [randomUUID()] }],
    ["for none", { organisationIds: [] }],
    ["without a name", { name: "  " }],
    ["with a name too long", { name: "x".repeat(101) }],
    ["for nothing it may do", { scopes: [] }],
    ["for longer than a year", { days: 366 }],
    ["for no time", { days: 0 }],
  ])("%s it is not made", async (_case, wrong) => {
    const right = { name: "x", scopes: ["read"] as const, days: 30, organisationIds: [trust.id] };
    expect(await makeToken(lead, { ...right, ...wrong }, now)).toEqual({ kind: "invalid" });
  });

  test("I can have only so many at once", async () => {
    const busy = await trust.let("digital_lead");
    for (let count = 0; count < MOST_TOKENS; count += 1) await tokenOf(busy, [trust.id]);
    const more = { name: "x", scopes: ["read"] as const, days: 30, organisationIds: [trust.id] };
    expect(await makeToken(busy, more, now)).toEqual({ kind: "too_many" });
  });
});

describe("somebody comes with what is no token", () => {
  test.each(["", "dmat_", "Bearer x", "\0", "x".repeat(10_000), `dmat_${"0".repeat(72)}`])(
    "%j",
    async (text) => {
      expect(await bearerOf(text, now)).toBeNull();
    },
  );

  test("or with one that has a letter changed", async () => {
    const { secret } = await tokenOf(lead, [trust.id]);
    const changed = secret.slice(0, -1) + (secret.endsWith("0") ? "1" : "0");
    expect(await bearerOf(changed, now)).toBeNull();
  });
});

describe("I end it", () => {
  test("and its next request is refused; my trust has that on record", async () => {
    const { id, secret } = await tokenOf(lead, [trust.id]);
    expect(await endOwnToken(lead, id, now)).toBe(true);
    expect(await bearerOf(secret, now)).toBeNull();
    expect(await endOwnToken(lead, id, now)).toBe(false);
    const ended = (await eventsOf(id)).filter(({ action }) => action === "token.ended");
    expect(ended.map(({ organisation }) => organisation)).toEqual([null, trust.id]);
  });

  test("nobody else can, nor sees it in their list", async () => {
    const { id, secret } = await tokenOf(lead, [trust.id]);
    const other = await trust.let("digital_lead");
    expect(await endOwnToken(other, id, now)).toBe(false);
    expect(await ownTokens(other, now)).toEqual([]);
    expect(await bearerOf(secret, now)).not.toBeNull();
  });

  test("my account is in doubt and is reset: every token of mine is dead", async () => {
    const { personId, email } = await makeAccount(now);
    await addMembership(systemActor(trust.id), { organisationId: trust.id, personId, role: "contributor" });
    const { secret } = await tokenOf(await asTheyAre(personId), [trust.id]);
    expect(await bearerOf(secret, now)).not.toBeNull();
    expect(await resetAccess(email, now)).not.toBeNull();
    expect(await bearerOf(secret, now)).toBeNull();
  });
});

describe("I lose what it stood on", () => {
  const reachOf = async (secret: string) =>
    (await bearerOf(secret, now))?.user.memberships.map(({ role }) => role);

  test("removed from the trust, and taken in again: the old token stays dead there", async () => {
    const leaver = await trust.let("contributor");
    const { id, secret } = await tokenOf(leaver, [trust.id]);
    expect(await removePerson(lead, trust.id, leaver.personId, now)).toEqual({ kind: "done" });
    expect(await reachOf(secret)).toEqual([]);
    const place = { organisationId: trust.id, personId: leaver.personId, role: "contributor" } as const;
    await addMembership(systemActor(trust.id), place);
    expect((await asTheyAre(leaver.personId)).memberships).toHaveLength(1);
    expect(await reachOf(secret)).toEqual([]);
    expect((await eventsOf(id)).at(-1)).toMatchObject({ action: "token.ended", by: lead.personId });
  });

  test("a lead who becomes a contributor: it does not go on as less", async () => {
    const person = await trust.let("digital_lead", "contributor");
    const { secret } = await tokenOf(person, [trust.id]);
    expect(await reachOf(secret)).toEqual(["contributor", "digital_lead"]);
    const contributor = { role: "contributor", startsOn: null, endsOn: null } as const;
    await setRoles(lead, trust.id, person.personId, [contributor], now);
    expect(await reachOf(secret)).toEqual([]);
  });

  test("a role I was given since is not the token's", async () => {
    const person = await trust.let("contributor");
    const { secret } = await tokenOf(person, [trust.id]);
    const place = { organisationId: trust.id, personId: person.personId, role: "approver" } as const;
    await addMembership(systemActor(trust.id), place);
    expect(await reachOf(secret)).toEqual(["contributor"]);
    await endMembership(systemActor(trust.id), { ...place, role: "contributor" }, now);
    expect(await reachOf(secret)).toEqual([]);
  });

  test("our consultancy's access ends, and so does what its token reached", async () => {
    const consultancy = await makeOrganisation("consultancy");
    const consultant = await consultancy.let("consultant");
    const grant = { kind: "consultancy", receiverId: consultancy.id, email: null } as const;
    const reach = { scope: "results", beside: "no", endsOn: new Date("2099-01-01") } as const;
    const given = await giveAccess(lead, trust.id, { ...grant, ...reach }, now);
    if (given.kind !== "given") throw new Error(given.kind);
    const { secret } = await tokenOf(await asTheyAre(consultant.personId), [trust.id]);
    expect((await bearerOf(secret, now))?.user.grants).toHaveLength(1);
    expect((await bearerOf(secret, now))?.user.memberships).toEqual([]);
    await endGrant(lead, trust.id, given.id);
    expect((await bearerOf(secret, now))?.user.grants).toEqual([]);
  });
});

describe("it reaches what I chose and nothing else", () => {
  test("of my two trusts the one, and of the other it finds nothing", async () => {
    const second = await makeTrust();
    await addMembership(systemActor(second.id), {
      organisationId: second.id,
      personId: lead.personId,
      role: "digital_lead",
    });
    const both = await asTheyAre(lead.personId);
    await startedRound(both, second.id);
    const bearer = await bearerOf((await tokenOf(both, [trust.id])).secret, now);
    if (!bearer) throw new Error("The token opens nothing");
    expect(may(bearer.user, "see the trust", trust.id)).toBe(true);
    expect(await assessmentsOf(both, second.id)).toHaveLength(1);
    expect(await assessmentsOf(bearer.user, second.id)).toEqual([]);
  });
});

describe("I lead the trust and look who comes by program", () => {
  test("I see each token of my people, whose it is, and end one here without touching it elsewhere", async () => {
    const own = await makeTrust();
    const chief = await own.let("digital_lead");
    const colleague = await own.let("contributor");
    await addMembership(systemActor(trust.id), {
      organisationId: trust.id,
      personId: colleague.personId,
      role: "contributor",
    });
    const both = await asTheyAre(colleague.personId);
    const { id, secret } = await tokenOf(both, [own.id, trust.id], { name: "Their script" });
    const listed = await tokensReaching(chief, own.id, now);
    expect(listed).toMatchObject([{ id, name: "Their script", owner: colleague.name, scopes: ["read"] }]);
    expect(await tokensReaching(both, own.id, now)).toBeNull();

    expect(await endReach(both, own.id, id, now)).toBe(false);
    expect(await endReach(lead, own.id, id, now)).toBe(false);
    expect(await endReach(chief, own.id, id, now)).toBe(true);
    expect(await endReach(chief, own.id, id, now)).toBe(false);
    expect(await tokensReaching(chief, own.id, now)).toEqual([]);
    const left = (await bearerOf(secret, now))?.user.memberships.map(({ organisationId }) => organisationId);
    expect(left).toEqual([trust.id]);
  });
});
