import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { accountOf, endSessionsOfAccount, listAccounts } from "@/lib/data/accounts";
import {
  addAdministrator,
  administrators,
  endAdministrator,
  inviteAdministrator,
  withdrawAdministratorInvitation,
} from "@/lib/data/administrators";
import { assessmentsOf } from "@/lib/data/assessments";
import { heldFrameworks } from "@/lib/data/framework-register";
import { applyImport, importById, listImports, previewImport } from "@/lib/data/organisation-imports";
import {
  addToRegister,
  changeRecord,
  listOrganisations,
  organisationRecord,
} from "@/lib/data/organisation-register";
import { startSession, userOfSession } from "@/lib/data/sessions";
import { withTenant } from "@/lib/data/tenant";
import { anAdministrator, typedOrganisation } from "@/tests/support/administrator";
import { lookBeneath } from "@/tests/support/database";
import { odsFile, odsRow } from "@/tests/support/ods-rows";
import { fillTables } from "@/tests/support/tenant-rows";
import { mailAddress, makeTrust, type Trust } from "@/tests/support/trust";

const now = new Date();

let trust: Trust;
let lead: CurrentUser;
let admin: CurrentUser;
beforeAll(async () => {
  trust = await makeTrust();
  lead = await trust.let("digital_lead");
  admin = await anAdministrator();
});

describe("I run the installation", () => {
  test("and keep the organisations: add, find, correct, and follow a merger both ways", async () => {
    expect(await addToRegister(admin, typedOrganisation("RZ1", { name: "100% Old_Town" }))).toEqual({
      kind: "kept",
    });
    expect(await addToRegister(admin, typedOrganisation("RZ1"))).toMatchObject({ field: "odsCode" });
    expect(await addToRegister(admin, typedOrganisation("RZ9"))).toEqual({ kind: "kept" });
    const closing = { name: "100% Old_Town", closedOn: new Date("2026-03-31") };
    const into = (successorCode: string) => typedOrganisation("RZ1", { ...closing, successorCode });
    expect(await changeRecord(admin, into("RZ8"))).toMatchObject({ kind: "invalid", field: "successorCode" });
    expect(await changeRecord(admin, into("RZ9"))).toEqual({ kind: "kept" });
    expect(await organisationRecord(admin, "rz9")).toMatchObject({ predecessors: [{ odsCode: "RZ1" }] });
    expect((await organisationRecord(admin, "rz1"))?.names.get("RZ9")).toBe("Organisation RZ9");

    const found = async (words: string) =>
      (await listOrganisations(admin, { words, page: 1 }))?.organisations.map(({ odsCode }) => odsCode);
    expect(await found("old_town")).toEqual(["RZ1"]);
    expect(await found("rz9")).toEqual(["RZ9"]);
    expect(await found("0%")).toEqual(["RZ1"]);
    expect(await found("oldXtown")).toEqual([]);
    expect(await found("\u0000'; --")).toEqual([]);
  });

  test("and find an account, see where it belongs, and sign it out", async () => {
    const token = await startSession(lead.personId, { assured: true, now });
    const list = await listAccounts(admin, { words: lead.name.toUpperCase(), page: 1 });
    expect(list?.accounts.map(({ id }) => id)).toContain(lead.personId);
    const past = await listAccounts(admin, { words: lead.name, page: 99 });
    expect(past).toEqual(list);
    expect(await accountOf(admin, lead.personId, now)).toMatchObject({
      name: lead.name,
      administrator: false,
      lastSignIn: now,
      places: [{ odsCode: trust.odsCode, roles: [{ role: "digital_lead" }] }],
    });
    expect(await endSessionsOfAccount(admin, lead.personId, now)).toBe(true);
    expect(await userOfSession(token, now, false)).toBeNull();
    expect(await accountOf(admin, randomUUID(), now)).toBeNull();
    expect(await accountOf(admin, "no-id", now)).toBeNull();
  });

  test("and see the questions that are held", async () => {
    expect(await heldFrameworks(admin)).toContainEqual(
      expect.objectContaining({
        id: "nhs-trust",
        version: "2026.1",
        contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      }),
    );
  });

  test("but of what a trust answers I see nothing, by the code or beneath it", async () => {
    await fillTables(lead, trust.id);
    expect(await assessmentsOf(admin, trust.id)).toEqual([]);
    const seen = await withTenant(admin, {}, async (tx) => ({
      assessments: await tx.assessment.count(),
      answers: await tx.answer.count(),
      revisions: await tx.answerRevision.count(),
      targets: await tx.target.count(),
      snapshots: await tx.snapshot.count(),
      memberships: await tx.membership.count({ where: { organisationId: trust.id } }),
    }));
    expect(seen).toEqual({
      assessments: 0,
      answers: 0,
      revisions: 0,
      targets: 0,
      snapshots: 0,
      memberships: 1,
    });
  });

  test("until another administrator ends that; one of us always stays", async () => {
    const [one, other] = [await anAdministrator(), await anAdministrator()];
    const everybody = (await administrators(admin, now))?.people ?? [];
    for (const { personId } of everybody) {
      if (![one.personId, other.personId].includes(personId)) await endAdministrator(one, personId, now);
    }
    const both = await Promise.all([
      endAdministrator(one, other.personId, now),
      endAdministrator(other, one.personId, now),
    ]);
    expect(both.sort()).toEqual(["done", "last_one"]);
    await addAdministrator(admin.personId);
  });

  test("and take back an invitation to join me", async () => {
    await inviteAdministrator(admin, mailAddress(), now);
    const [invited] = (await administrators(admin, now))?.invited ?? [];
    expect(await withdrawAdministratorInvitation(admin, invited?.id ?? "", now)).toBe(true);
    expect((await administrators(admin, now))?.invited).toEqual([]);
  });
});

test("a trust's lead may do none of it", async () => {
  const files = [odsFile("etr.csv", odsRow({ code: "RX1" }))];
  const notFound = { kind: "not_found" };
  expect(await listOrganisations(lead, { words: "", page: 1 })).toBeNull();
  expect(await organisationRecord(lead, trust.odsCode)).toBeNull();
  expect(await addToRegister(lead, typedOrganisation("RX1"))).toEqual(notFound);
  expect(await changeRecord(lead, typedOrganisation(trust.odsCode))).toEqual(notFound);
  expect(await listAccounts(lead, { words: "", page: 1 })).toBeNull();
  expect(await accountOf(lead, lead.personId, now)).toBeNull();
  expect(await endSessionsOfAccount(lead, admin.personId, now)).toBe(false);
  expect(await administrators(lead, now)).toBeNull();
  expect(await endAdministrator(lead, admin.personId, now)).toBe("not_found");
  expect(await withdrawAdministratorInvitation(lead, randomUUID(), now)).toBe(false);
  expect(await heldFrameworks(lead)).toBeNull();
  expect(await listImports(lead)).toBeNull();
  expect(await importById(lead, randomUUID())).toBeNull();
  expect(await previewImport(lead, files, now)).toBeNull();
  expect(await applyImport(lead, randomUUID(), [], now)).toEqual(notFound);
});

describe("I bring the trusts up to date from the publisher's files", () => {
  const files = (...rows: string[]) => [odsFile("etr.csv", ...rows)];
  const register = async (code: string) => (await organisationRecord(admin, code))?.record;
  const old = { code: "RW1", name: "OLDTOWN NHS TRUST", icb: "QW1" };

  test("having looked first: what I saw is what is applied, once, and a second time there is nothing left", async () => {
    const rows = [odsRow(old), odsRow({ code: "RW2", icb: "QW1" }), odsRow({ code: "bad code" })];
    const made = await previewImport(admin, files(...rows), now);
    expect(made?.preview.added.map(({ code }) => code)).toEqual(["RW1", "RW2"]);
    expect(made?.preview.problems).toHaveLength(1);
    expect(await register("RW1")).toBeUndefined();

    const id = made?.id ?? "";
    const tries = await Promise.all([1, 2, 3].map(() => applyImport(admin, id, [], now)));
    expect(tries.map(({ kind }) => kind).sort()).toEqual(["applied", "applied_already", "applied_already"]);
    expect(await register("RW1")).toMatchObject({
      name: "Oldtown NHS Trust",
      kind: "trust",
      subtype: "NHS trust",
      careSettings: [],
      icbCode: "QW1",
      regionCode: "Y60",
      openedOn: new Date("2001-04-01"),
      closedOn: null,
    });

    const again = await previewImport(admin, files(...rows), now);
    expect(again?.preview).toMatchObject({ added: [], changed: [], closed: [], merged: [], unchanged: 2 });
  });

  test("care settings and what no file names stay; a closing that I confirmed as a merger names where it went", async () => {
    await changeRecord(admin, {
      ...typedOrganisation("RW1"),
      ...(await register("RW1")),
      careSettings: ["community"],
    });
    const made = await previewImport(
      admin,
      files(
        odsRow({ ...old, name: "OLD TOWN NHS TRUST", closed: "20260331" }),
        odsRow({ code: "RW2", icb: "QW1", closed: "20260331" }),
        odsRow({ code: "RW9", icb: "QW1", opened: "20260401" }),
      ),
      now,
    );
    expect(made?.preview.merged.map(({ code, into }) => [code, into.code])).toEqual([
      ["RW1", "RW9"],
      ["RW2", "RW9"],
    ]);
    expect(made?.preview.notNamed).toContain(trust.odsCode);
    expect(await applyImport(admin, made?.id ?? "", ["RW1", "RZ9"], now)).toMatchObject({
      added: 1,
      changed: 2,
    });
    expect(await register("RW1")).toMatchObject({
      name: "Old Town NHS Trust",
      careSettings: ["community"],
      successorCode: "RW9",
      closedOn: new Date("2026-03-31"),
    });
    expect(await register("RW2")).toMatchObject({ closedOn: new Date("2026-03-31"), successorCode: null });
    expect(await register(trust.odsCode)).toMatchObject({ closedOn: null });
  });

  test("but not when somebody changed an organisation since I looked: then nothing is applied", async () => {
    await previewImport(admin, files(odsRow({ code: "RV1" })), now).then((first) =>
      applyImport(null, first?.id ?? "", [], now),
    );
    const made = await previewImport(
      admin,
      files(odsRow({ code: "RV1", icb: "QV2" }), odsRow({ code: "RV2" })),
      now,
    );
    await changeRecord(admin, { ...typedOrganisation("RV1"), ...(await register("RV1")), icbCode: "QV3" });
    expect(await applyImport(admin, made?.id ?? "", [], now)).toEqual({ kind: "out_of_date" });
    expect(await register("RV1")).toMatchObject({ icbCode: "QV3" });
    expect(await register("RV2")).toBeUndefined();
    expect(await importById(admin, made?.id ?? "")).toMatchObject({ appliedAt: null });
  });

  test("a file whose own name or text has letters that no database keeps is told of as any other", async () => {
    const admin = await anAdministrator();
    const odd = "etr\0\ud83d.csv";
    const made = await previewImport(admin, [{ name: odd, bytes: Buffer.from("a,b") }], new Date());
    const kept = await importById(admin, made?.id ?? "");
    expect(kept?.files).toEqual(["etr\uFFFD\uFFFD.csv"]);
    expect(kept?.preview.problems.map(({ file }) => file)).toEqual(["etr\uFFFD\uFFFD.csv"]);
  });

  test("and each of it is on record, by id and count", async () => {
    const events = await lookBeneath<{ action: string }>(
      "SELECT DISTINCT action FROM audit_event WHERE subject LIKE 'import:%' ORDER BY action",
    );
    expect(events.map(({ action }) => action)).toEqual(["import.applied", "import.looked_at"]);
  });
});
