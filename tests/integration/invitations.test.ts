import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { MembershipRole } from "@/lib/access/role";
import type { CurrentUser } from "@/lib/access/user";
import { acceptInvitation, findInvitation, joinByInvitation } from "@/lib/data/accept-invitation";
import { addAdministrator, inviteAdministrator } from "@/lib/data/administrators";
import { invite, pendingInvitations, sendAgain, withdrawInvitation } from "@/lib/data/invitations";
import { peopleOf } from "@/lib/data/organisation-people";
import { addPerson } from "@/lib/data/people";
import { lookBeneath } from "@/tests/support/database";
import { asTheyAre, mailAddress, makeTrust, type Trust } from "@/tests/support/trust";

const now = new Date("2026-11-22T10:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
const nothing = async () => {};

let ours: Trust;
let theirs: Trust;
let lead: CurrentUser;
let stranger: CurrentUser;
beforeAll(async () => {
  [ours, theirs] = [await makeTrust(), await makeTrust()];
  [lead, stranger] = [await ours.let("digital_lead"), await theirs.let("digital_lead")];
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const input = (email: string, ...roles: MembershipRole[]) => ({ email, roles, startsOn: null, endsOn: null });

/** Invites somebody and gives what their link carries. */
async function invited(email: string, ...roles: MembershipRole[]): Promise<{ id: string; token: string }> {
  const outcome = await invite(lead, ours.id, input(email, ...roles), now);
  if (outcome.kind !== "invited") throw new Error(outcome.kind);
  return { id: outcome.id, token: await tokenOf(outcome.id) };
}

async function tokenOf(id: string): Promise<string> {
  const pending = await pendingInvitations(lead, ours.id, now);
  const link = pending?.find((one) => one.id === id)?.link ?? "";
  return link.split("/invitation/")[1] ?? "";
}

type Event = { action: string; organisation_id: string | null; actor_id: string | null; detail: object };
const eventsOf = (id: string) =>
  lookBeneath<Event>(
    "SELECT action, organisation_id, actor_id, detail FROM audit_event WHERE subject = $1 ORDER BY id",
    [`invitation:${id}`],
  );

function mailIsSent(): void {
  vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:9");
  vi.stubEnv("MAIL_FROM", "maturity@example.nhs.uk");
}
const mailsTo = (email: string) => lookBeneath("SELECT id FROM outbox WHERE recipient = $1", [email]);

describe("I am new and was sent a link", () => {
  test("and it says who invites me to what; I make an account with it, once, and am in", async () => {
    const email = mailAddress();
    const { id, token } = await invited(` ${email.toUpperCase()} `, "contributor", "board_viewer");
    expect(await findInvitation(null, token, now)).toMatchObject({
      kind: "open",
      invitation: {
        organisation: { name: ours.name },
        roles: ["contributor", "board_viewer"],
        email,
        invitedBy: lead.name,
        hasAccount: false,
      },
    });
    const proved: string[] = [];
    const joined = await joinByInvitation(
      token,
      { name: "Amina Diallo" },
      async (_, personId) => void proved.push(personId),
      now,
    );
    if (joined.kind !== "accepted") throw new Error(joined.kind);
    expect(proved).toEqual([joined.personId]);
    const { memberships, name } = await asTheyAre(joined.personId);
    expect([name, ...memberships.map(({ role }) => role)]).toEqual([
      "Amina Diallo",
      "board_viewer",
      "contributor",
    ]);

    expect(await joinByInvitation(token, { name: "Again" }, nothing, now)).toEqual({
      kind: "refused",
      why: "accepted",
    });
    expect((await eventsOf(id)).map(({ action, actor_id }) => [action, actor_id])).toEqual([
      ["invitation.made", lead.personId],
      ["invitation.accepted", joined.personId],
      ["invitation.refused", null],
    ]);
  });

  test("and press the button twice at once: one account, one member", async () => {
    const email = mailAddress();
    const { token } = await invited(email, "contributor");
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => joinByInvitation(token, { name: "Amina" }, nothing, now)),
    );
    expect(tries.filter(({ kind }) => kind === "accepted")).toHaveLength(1);
    expect(await lookBeneath("SELECT FROM person WHERE email = $1", [email])).toHaveLength(1);
  });

  test("and what I prove myself by is refused: there is no account, and the link is still good", async () => {
    const email = mailAddress();
    const { token } = await invited(email, "contributor");
    const failing = async () => {
      throw new Error("no password was kept");
    };
    await expect(joinByInvitation(token, { name: "Amina" }, failing, now)).rejects.toThrow("no password");
    expect(await lookBeneath("SELECT FROM person WHERE email = $1", [email])).toEqual([]);
    expect((await joinByInvitation(token, { name: "Amina" }, nothing, now)).kind).toBe("accepted");
  });

  test("as a deputy: the role opens on the first day, and ends after the last", async () => {
    const days = { startsOn: new Date("2026-12-01"), endsOn: new Date("2026-12-14") };
    const outcome = await invite(lead, ours.id, { ...input(mailAddress(), "approver"), ...days }, now);
    const token = await tokenOf(outcome.kind === "invited" ? outcome.id : "");
    const joined = await joinByInvitation(token, { name: "Deputy" }, nothing, now);
    if (joined.kind !== "accepted") throw new Error(joined.kind);
    const rolesAt = async (moment: string) =>
      (await asTheyAre(joined.personId, new Date(moment))).memberships.map(({ role }) => role);
    expect(await rolesAt("2026-11-30T23:59:59Z")).toEqual([]);
    expect(await rolesAt("2026-12-01T00:00:00Z")).toEqual(["approver"]);
    expect(await rolesAt("2026-12-14T23:59:59Z")).toEqual(["approver"]);
    expect(await rolesAt("2026-12-15T00:00:00Z")).toEqual([]);
  });
});

describe("I have an account already", () => {
  test("and the link lets me into another organisation, in as many roles as it says", async () => {
    const email = mailAddress();
    const personId = await addPerson({ name: "Amina", email });
    const { token } = await invited(email, "reviewer");
    expect(await joinByInvitation(token, { name: "Amina" }, nothing, now)).toEqual({ kind: "has_account" });
    expect(await findInvitation(await asTheyAre(personId), token, now)).toMatchObject({
      invitation: { hasAccount: true },
    });
    expect(await acceptInvitation(personId, token, now)).toEqual({
      kind: "accepted",
      personId,
      odsCode: ours.odsCode,
    });
    expect((await asTheyAre(personId)).memberships.map(({ role }) => role)).toEqual(["reviewer"]);
  });

  test("but the link was for somebody else: it tells me nothing and lets me in nowhere", async () => {
    const { id, token } = await invited(mailAddress(), "digital_lead");
    const refused = { kind: "refused", why: "foreign" };
    expect(await findInvitation(stranger, token, now)).toEqual(refused);
    expect(await acceptInvitation(stranger.personId, token, now)).toEqual(refused);
    await withdrawInvitation(lead, ours.id, id, now);
    expect(await acceptInvitation(stranger.personId, token, now)).toEqual(refused);
    expect((await asTheyAre(stranger.personId)).memberships).toHaveLength(1);
    expect((await eventsOf(id)).slice(1, 3)).toEqual(
      Array.from({ length: 2 }, () => ({
        action: "invitation.refused",
        organisation_id: ours.id,
        actor_id: stranger.personId,
        detail: { why: "foreign" },
      })),
    );
  });
});

describe("a link that is no good any more", () => {
  const tried = (token: string, at: Date) => joinByInvitation(token, { name: "Too late" }, nothing, at);

  test("after seven days", async () => {
    const { token } = await invited(mailAddress(), "contributor");
    expect(await tried(token, later(7))).toEqual({ kind: "refused", why: "expired" });
    expect((await tried(token, new Date(later(7).getTime() - 1))).kind).toBe("accepted");
  });

  test("taken back", async () => {
    const { id, token } = await invited(mailAddress(), "contributor");
    expect(await withdrawInvitation(lead, ours.id, id, now)).toBe(true);
    expect(await withdrawInvitation(lead, ours.id, id, now)).toBe(false);
    expect(await tried(token, now)).toEqual({ kind: "refused", why: "withdrawn" });
  });

  test("sent again: the new one is good, the old one is not", async () => {
    const email = mailAddress();
    const { id, token } = await invited(email, "contributor");
    expect(await sendAgain(lead, ours.id, id, later(6))).toBe(true);
    const again = (await pendingInvitations(lead, ours.id, now))?.find((one) => one.email === email);
    expect(again?.id).not.toBe(id);
    expect(await tried(token, later(6))).toEqual({ kind: "refused", why: "withdrawn" });
    expect((await tried(await tokenOf(again?.id ?? ""), later(12))).kind).toBe("accepted");
  });

  test("tampered with, in any place, or made up", async () => {
    const { token } = await invited(mailAddress(), "contributor");
    const changed = [0, 21, 40, 63].map((at) => {
      const other = token[at] === "A" ? "B" : "A";
      return token.slice(0, at) + other + token.slice(at + 1);
    });
    for (const wrong of [
      ...changed,
      "",
      "x",
      `${token}A`,
      "A".repeat(64),
      "é".repeat(64),
      "'; --",
      `${token} `,
    ]) {
      expect(await findInvitation(null, wrong, now)).toEqual({ kind: "refused", why: "unknown" });
      expect(await tried(wrong, now)).toEqual({ kind: "refused", why: "unknown" });
    }
    expect((await tried(token, now)).kind).toBe("accepted");
  });
});

describe("who may invite", () => {
  test("the digital lead of that trust, and neither a colleague nor another trust's lead", async () => {
    const colleague = await ours.let("coordinator", "approver");
    for (const somebody of [colleague, stranger]) {
      const wanted = input(mailAddress(), "contributor");
      expect(await invite(somebody, ours.id, wanted, now)).toEqual({ kind: "not_found" });
      const { id } = await invited(mailAddress(), "contributor");
      expect(await sendAgain(somebody, ours.id, id, now)).toBe(false);
      expect(await withdrawInvitation(somebody, ours.id, id, now)).toBe(false);
      expect(await pendingInvitations(somebody, ours.id, now)).toBeNull();
    }
  });

  test("an administrator too, in their own name, so that a trust gets its first lead", async () => {
    const personId = await addPerson({ name: "Administrator", email: mailAddress() });
    await addAdministrator(personId);
    const admin = await asTheyAre(personId);
    const empty = await makeTrust();
    const outcome = await invite(admin, empty.id, input(mailAddress(), "digital_lead"), now);
    if (outcome.kind !== "invited") throw new Error(outcome.kind);
    expect(await eventsOf(outcome.id)).toMatchObject([{ organisation_id: empty.id, actor_id: personId }]);
    expect(await pendingInvitations(admin, empty.id, now)).toHaveLength(1);
  });

  test("nobody twice at once, and nobody who is in already", async () => {
    const email = mailAddress();
    const { id, token } = await invited(email, "contributor");
    expect(await invite(lead, ours.id, input(email, "approver"), now)).toEqual({
      kind: "invited_already",
      id,
    });
    const joined = await joinByInvitation(token, { name: "Amina" }, nothing, now);
    const personId = joined.kind === "accepted" ? joined.personId : "";
    const outcome = await invite(lead, ours.id, input(email, "approver"), now);
    expect(outcome).toEqual({ kind: "member_already", personId });
  });

  test("a second click sends one link; the form changed after going back is refused as any other (CC-3)", async () => {
    mailIsSent();
    const [email, key] = [mailAddress(), randomUUID()];
    const press = (role: MembershipRole) => invite(lead, ours.id, input(email, role), now, key);
    const twice = [1, 2].map(() => ({ kind: "invited", id: key }));
    expect(await Promise.all([press("contributor"), press("contributor")])).toEqual(twice);
    expect(await press("contributor")).toEqual(twice[0]);
    expect(await press("approver")).toEqual({ kind: "invited_already", id: key });
    expect(await mailsTo(email)).toHaveLength(1);
    expect(await eventsOf(key)).toHaveLength(1);
    await withdrawInvitation(lead, ours.id, key, now);
    expect(await press("contributor")).toMatchObject({ kind: "invited" });
    expect(await mailsTo(email)).toHaveLength(2);
  });

  test("a deputy whose days are over, who stands on no list of people any more, once more", async () => {
    const email = mailAddress();
    const asDeputy = (until: string) => ({ ...input(email, "approver"), endsOn: new Date(until) });
    const first = await invite(lead, ours.id, asDeputy("2026-12-14"), now);
    const link = await tokenOf(first.kind === "invited" ? first.id : "");
    const joined = await joinByInvitation(link, { name: "Deputy" }, nothing, now);
    const personId = joined.kind === "accepted" ? joined.personId : "";

    const later = new Date("2026-12-20T10:00:00Z");
    expect((await peopleOf(lead, ours.id, later))?.map((person) => person.personId)).not.toContain(personId);
    const again = await invite(lead, ours.id, asDeputy("2027-01-08"), later);
    const second = await tokenOf(again.kind === "invited" ? again.id : "");
    expect(await acceptInvitation(personId, second, later)).toMatchObject({ kind: "accepted" });
    expect((await asTheyAre(personId, later)).memberships.map(({ role }) => role)).toEqual(["approver"]);
  });
});

describe("the link in hand", () => {
  test("is kept nowhere, and shown to who may pass it on while there is no mail server", async () => {
    const { token } = await invited(mailAddress(), "contributor");
    const kept = await lookBeneath<{ text: string }>(
      "SELECT to_jsonb(invitation)::text AS text FROM invitation",
    );
    expect(kept.some(({ text }) => text.includes(token) || text.includes(token.slice(22)))).toBe(false);
  });

  test("goes by mail and is not shown where there is one", async () => {
    mailIsSent();
    const email = mailAddress();
    await invite(lead, ours.id, input(email, "approver"), now);
    const pending = (await pendingInvitations(lead, ours.id, now))?.find((one) => one.email === email);
    expect(pending).toMatchObject({ link: null, state: "open" });
    const [mail] = await lookBeneath<{ text: string }>("SELECT text FROM outbox WHERE recipient = $1", [
      email,
    ]);
    expect(mail?.text).toMatch(/^http:\/\/localhost:3000\/invitation\/[A-Za-z0-9_-]{64}$/m);
    expect(mail?.text).toContain(`${lead.name} has invited you to ${ours.name}`);
    expect(mail?.text).toContain("by the end of 29 November 2026");
  });
});

describe("the first administrator", () => {
  test("is invited from the command line, makes an account, and belongs to no organisation", async () => {
    const email = mailAddress();
    const made = await inviteAdministrator(null, email, now);
    const token = made?.link.split("/invitation/")[1] ?? "";
    expect(await findInvitation(null, token, now)).toMatchObject({
      invitation: { organisation: null, email },
    });
    const joined = await joinByInvitation(token, { name: "First" }, nothing, now);
    if (joined.kind !== "accepted") throw new Error(joined.kind);
    expect(await asTheyAre(joined.personId)).toMatchObject({ administrator: true, memberships: [] });
    expect(await joinByInvitation(token, { name: "First" }, nothing, now)).toMatchObject({ why: "accepted" });
  });

  test("asked again: only the newest link is good", async () => {
    const email = mailAddress();
    const first = await inviteAdministrator(null, email, now);
    await inviteAdministrator(null, email, now);
    const token = first?.link.split("/invitation/")[1] ?? "";
    expect(await findInvitation(null, token, now)).toEqual({ kind: "refused", why: "withdrawn" });
  });

  test("of a second click there is one link, which is good", async () => {
    mailIsSent();
    const [email, key] = [mailAddress(), randomUUID()];
    const press = () => inviteAdministrator(null, email, now, key);
    const [one, other] = await Promise.all([press(), press()]);
    expect(one?.link).toBe(other?.link);
    expect(await mailsTo(email)).toHaveLength(1);
    const token = one?.link.split("/invitation/")[1] ?? "";
    expect(await findInvitation(null, token, now)).toMatchObject({ kind: "open" });
  });

  test("and nobody else invites another, nor is one made of what is no address", async () => {
    expect(await inviteAdministrator(lead, mailAddress(), now)).toBeNull();
    expect(await inviteAdministrator(null, "nobody", now)).toBeNull();
  });
});
