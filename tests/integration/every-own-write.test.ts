import { beforeAll, describe, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { joinByInvitation } from "@/lib/data/accept-invitation";
import { accountData } from "@/lib/data/account-data";
import { accountOf, endSessionsOfAccount } from "@/lib/data/accounts";
import {
  addAdministrator,
  administrators,
  endAdministrator,
  inviteAdministrator,
  withdrawAdministratorInvitation,
} from "@/lib/data/administrators";
import { changePassword, createCredential } from "@/lib/data/credentials";
import { askForEmailChange, confirmEmailChange } from "@/lib/data/email-changes";
import { linkIdentity, ownIdentities, unlinkIdentity } from "@/lib/data/identities";
import { invite, pendingInvitations } from "@/lib/data/invitations";
import { peopleOf } from "@/lib/data/organisation-people";
import { addToRegister, changeRecord } from "@/lib/data/organisation-register";
import { sendPasswordReset } from "@/lib/data/password-resets";
import { addPerson } from "@/lib/data/people";
import { publishFramework } from "@/lib/data/publish-framework";
import { newRecoveryCodes } from "@/lib/data/recovery-codes";
import { endAllSessions, endOwnSession, ownSessions } from "@/lib/data/session-list";
import { startSession } from "@/lib/data/sessions";
import { newLinkToken } from "@/lib/data/single-use-tokens";
import { withShared } from "@/lib/data/tenant";
import { withConnection } from "@/scripts/database/connection";
import { GOOD_PASSWORD } from "@/tests/support/account";
import { anAdministrator, typedOrganisation } from "@/tests/support/administrator";
import { fileDatabase } from "@/tests/support/database";
import { expectOnRecord, type Write } from "@/tests/support/on-record";
import { smallFramework } from "@/tests/support/small-framework";
import { asTheyAre, mailAddress, makeTrust, type Trust } from "@/tests/support/trust";

const now = new Date();
const OTHER_PASSWORD = "harbour violet teapot";
const identity = { issuer: "https://login.example.org", subject: "12345" };

let admin: CurrentUser;
let me: CurrentUser;
let lead: CurrentUser;
let trust: Trust;
let email = "";

beforeAll(async () => {
  trust = await makeTrust();
  lead = await trust.let("digital_lead");
  admin = await anAdministrator();
  email = mailAddress();
  me = await asTheyAre(await addPerson({ name: "Amina Diallo", email }));
});

const organisation = typedOrganisation("RQ1");

/** What those do who run the installation, in this order. */
const ofTheInstallation: readonly Write[] = [
  ["person.added", "person", () => null, () => addPerson({ name: "Somebody new", email: mailAddress() })],
  ["organisation.added", "organisation", () => admin, () => addToRegister(admin, organisation)],
  [
    "organisation.changed",
    "organisation",
    () => admin,
    () => changeRecord(admin, { ...organisation, name: "A better name" }),
  ],
  [
    "invitation.made",
    "administrator_invitation",
    () => admin,
    () => inviteAdministrator(admin, mailAddress(), now),
  ],
  [
    "invitation.withdrawn",
    "administrator_invitation",
    () => admin,
    async () => {
      const [waiting] = (await administrators(admin, now))?.invited ?? [];
      return withdrawAdministratorInvitation(admin, waiting?.id ?? "", now);
    },
  ],
  ["administrator.added", "administrator", () => null, () => addAdministrator(lead.personId)],
  ["administrator.ended", "administrator", () => admin, () => endAdministrator(admin, lead.personId, now)],
  ["account.viewed", null, () => admin, () => accountOf(admin, me.personId, now)],
  ["membership.viewed", null, () => admin, () => peopleOf(admin, trust.id, now)],
  ["account.signed_out", null, () => admin, () => endSessionsOfAccount(admin, me.personId, now)],
  [
    "framework.draft",
    "framework_version",
    () => null,
    () => withShared(null, (tx) => publishFramework(tx, smallFramework({ version: "2090.1" }))),
  ],
  [
    "framework.published",
    "framework_version",
    () => null,
    () =>
      withShared(null, (tx) =>
        publishFramework(tx, { ...smallFramework({ version: "2090.2" }), status: "published" }),
      ),
  ],
];

/** What I do to my own account, in this order. */
const ofMyAccount: readonly Write[] = [
  ["password.set", "credential", () => me, () => createCredential(me.personId, GOOD_PASSWORD)],
  [
    "password.changed",
    "credential",
    () => me,
    () => changePassword(me, { current: GOOD_PASSWORD, next: OTHER_PASSWORD }, now),
  ],
  ["password.reset-asked", "single_use_token", () => null, () => sendPasswordReset(email, now)],
  ["email.change-asked", "single_use_token", () => me, () => askForEmailChange(me, mailAddress(), now)],
  [
    "email.changed",
    "person",
    () => me,
    async () => {
      const next = mailAddress();
      for (const purpose of ["email_from_old", "email_from_new"] as const) {
        const link = { purpose, personId: me.personId, email: next };
        await confirmEmailChange(await withShared(null, (tx) => newLinkToken(tx, link, now)), now);
      }
    },
  ],
  ["identity.linked", "identity", () => me, () => linkIdentity(me.personId, identity, now)],
  [
    "identity.unlinked",
    null,
    () => me,
    async () => unlinkIdentity(me, (await ownIdentities(me))[0]?.id ?? ""),
  ],
  ["recovery-codes.made", "recovery_code", () => me, () => newRecoveryCodes(me)],
  ["account.exported", null, () => me, () => accountData(me, now)],
  ["session.started", "session", () => me, () => startSession(me.personId, { assured: true, now })],
  [
    "session.ended",
    "session",
    () => me,
    async () => endOwnSession(me, (await ownSessions(me, now))[0]?.id ?? "", now),
  ],
  ["session.started", "session", () => me, () => startSession(me.personId, { assured: true, now })],
  ["session.started", "session", () => me, () => startSession(me.personId, { assured: true, now })],
  [["session.ended", "session.ended"], "session", () => me, () => endAllSessions(me, now)],
];

test.each(ofTheInstallation)(
  "I run the installation, and what I do is on record once, in one go with what it changes: %s (AU-1)",
  async (...write) => expectOnRecord(write),
);

test.each(ofMyAccount)(
  "what I do to my own account is on record once, in one go with what it changes: %s (AU-1)",
  async (...write) => expectOnRecord(write),
);

describe("I came here with my organisation's records and am invited", () => {
  test("that I open my account is on record, and what I am let in to (AU-1)", async () => {
    const address = mailAddress();
    const personId = await addPerson({ name: "Brought along", email: address });
    await withConnection(fileDatabase().ownerUrl, (owner) =>
      owner.query("UPDATE person SET came_with_id = $1 WHERE id = $2", [trust.id, personId]),
    );
    const input = { email: address, roles: ["contributor"] as const, startsOn: null, endsOn: null };
    const invited = await invite(lead, trust.id, input, now);
    const pending = await pendingInvitations(lead, trust.id, now);
    const link = pending?.find(({ id }) => invited.kind === "invited" && id === invited.id)?.link ?? "";
    const token = link.split("/invitation/")[1] ?? "";
    await expectOnRecord([
      ["person.claimed", "membership.added", "invitation.accepted"],
      "invitation",
      () => ({ personId }),
      () => joinByInvitation(token, { name: "Brought along" }, async () => {}, now),
    ]);
  });
});
