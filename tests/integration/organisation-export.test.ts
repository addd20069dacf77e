import { AsyncLocalStorage } from "node:async_hooks";
import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { pastExports } from "@/lib/data/exports";
import { takeOrganisation, viewsOwed } from "@/lib/data/organisation-export";
import { withTenant } from "@/lib/data/tenant";
import { organisationArchive, type OrganisationContents } from "@/lib/exchange/organisation-document";
import { sqlName } from "@/lib/exchange/organisation-part";
import { partCalled, partNames } from "@/lib/exchange/organisation-parts";
import { exportInWords } from "@/lib/report/export-words";
import { lookBeneath } from "@/tests/support/database";
import { save, startedRound, tasksIn } from "@/tests/support/round";
import { makeTrust } from "@/tests/support/trust";
import { fullTrust } from "@/tests/support/two-organisations";
import { unzip } from "@/tests/support/unzip";

const as = { format: "json", file: "everything.zip" } as const;
const now = new Date();

async function taken(user: CurrentUser, organisationId: string): Promise<OrganisationContents> {
  const outcome = await takeOrganisation(user, organisationId, as);
  if (outcome.kind !== "taken") throw new Error(outcome.kind);
  return outcome.contents;
}

async function documentsOf(user: CurrentUser, organisationId: string): Promise<Map<string, string>> {
  return unzip(await organisationArchive(await taken(user, organisationId), now));
}

const exportsOf = (organisationId: string) =>
  lookBeneath("SELECT FROM audit_event WHERE organisation_id = $1 AND action = 'organisation.exported'", [
    organisationId,
  ]);

describe("we leave, and take everything with us", () => {
  let ours: Awaited<ReturnType<typeof fullTrust>>;
  let files: Map<string, string>;
  beforeAll(async () => {
    ours = await fullTrust("written by us");
    files = await documentsOf(ours.lead, ours.trust.id);
  });

  const rowsOf = (name: string) =>
    JSON.parse(files.get(`${name}.json`) ?? "null") as Record<string, unknown>[];

  test("every row of ours is in it, but what only its author may see", async () => {
    for (const name of partNames) {
      const refused = name === "answerRevisions" ? "AND kind <> 'refused'" : "";
      const [row] = await lookBeneath<{ count: number }>(
        `SELECT count(*)::int AS count FROM ${sqlName(partCalled(name).table)} WHERE organisation_id = $1 ${refused}`,
        [ours.trust.id],
      );
      expect([name, rowsOf(name).length]).toEqual([name, row?.count]);
    }
    const empty = partNames.filter((name) => rowsOf(name).length === 0);
    expect(empty).toEqual([]);
    const before = await lookBeneath(
      "SELECT FROM audit_event WHERE organisation_id = $1 AND action <> 'organisation.exported'",
      [ours.trust.id],
    );
    expect(rowsOf("events")).toHaveLength(before.length);
  });

  test("with nothing that lets anybody in, and addresses of nobody but our own people", () => {
    const telling = [...files].filter(([, text]) => /tokenHash|token_hash|passwordHash|argon2/.test(text));
    // Where the manifest says that it was left out.
    expect(telling.map(([name]) => name)).toEqual(["manifest.json"]);
    const members = new Set(rowsOf("memberships").map(({ personId }) => personId));
    const people = rowsOf("people");
    expect(people.filter(({ email }) => email !== null).every(({ id }) => members.has(id))).toBe(true);
    const named = new Set(people.map(({ id }) => id));
    expect(rowsOf("events").every(({ actorId }) => actorId === null || named.has(actorId))).toBe(true);
  });

  test("and a manifest that says what it is, document by document", async () => {
    const manifest = JSON.parse(files.get("manifest.json") ?? "") as {
      format: string;
      documents: { name: string; rows: number; sha256: string }[];
      frameworks: { id: string; contentHash: string }[];
    };
    expect(manifest.format).toBe("digital-maturity/organisation@1");
    expect(manifest.documents.map(({ name }) => `${name}.json`)).toEqual([...files.keys()].slice(1));
    const [known] = await lookBeneath<{ hash: string }>(
      `SELECT content_hash AS hash FROM framework_version f JOIN assessment a USING (framework_id)
       WHERE a.organisation_id = $1 AND a.framework_version = f.version LIMIT 1`,
      [ours.trust.id],
    );
    expect(manifest.frameworks.map(({ contentHash }) => contentHash)).toContain(known?.hash);
  });

  test("taken again with nothing done meanwhile, it is the same to the byte, but for what happened: that we took it", async () => {
    const again = await documentsOf(ours.lead, ours.trust.id);
    const changed = [...files].filter(([name, text]) => again.get(name) !== text).map(([name]) => name);
    expect(changed).toEqual(["manifest.json", "events.json"]);
    const events = JSON.parse(again.get("events.json") ?? "") as { action: string }[];
    expect(events.slice(0, -1)).toEqual(rowsOf("events"));
    expect(events.at(-1)?.action).toBe("organisation.exported");
  });

  test("our colleagues see that it was taken, and by whom", async () => {
    const past = await pastExports(ours.lead, ours.trust.id, 1);
    expect(past?.exports).toMatchObject([{ by: ours.lead.name, detail: { file: "everything.zip" } }]);
    expect(past?.exports.map(exportInWords)).toEqual(["Everything the organisation has here"]);
  });
});

test("nobody but our lead takes it: not a colleague, not a stranger, and nothing is noted", async () => {
  const [trust, other] = [await makeTrust(), await makeTrust()];
  const people = [
    await trust.let("coordinator", "contributor", "reviewer", "approver", "board_viewer"),
    await other.let("digital_lead"),
  ];
  for (const who of people) {
    expect(await takeOrganisation(who, trust.id, as)).toEqual({ kind: "not_found" });
    expect(await viewsOwed(who, trust.id)).toBeNull();
  }
  expect(await exportsOf(trust.id)).toEqual([]);
});

test("while I owe my own view of a question I do not read my colleagues' in the file", async () => {
  const trust = await makeTrust();
  const lead = await trust.let("digital_lead");
  const asked = await trust.let("digital_lead", "contributor");
  const round = await startedRound(lead, trust.id);
  const place = {
    organisationId: trust.id,
    assessmentId: round,
    capabilityId: "c06-3",
    scope: "organisation",
  };
  const question = { ...place, personId: asked.personId, askedAt: now, askedById: lead.personId };
  await withTenant(lead, { write: trust.id }, (tx) => tx.voice.create({ data: question }));
  expect(await takeOrganisation(asked, trust.id, as)).toEqual({ kind: "owes_views", questions: 1 });
  expect(await exportsOf(trust.id)).toEqual([]);
  expect((await taken(lead, trust.id)).parts.voices).toHaveLength(1);
});

describe("I take everything out while my colleagues save (EX-2)", () => {
  test("what I read first and what I read last are of one moment", async () => {
    const trust = await makeTrust();
    const lead = await trust.let("digital_lead");
    const round = await startedRound(lead, trust.id);
    const place = { assessmentId: round, capabilityId: "c06-3", scope: "organisation" };
    // As a request of its own: inside a transaction nobody may ask for another.
    const aside = AsyncLocalStorage.snapshot();
    const versions = await withTenant(lead, { atOneMoment: true }, async (tx) => {
      const count = () => tx.answerRevision.count({ where: { organisationId: trust.id } });
      const first = await count();
      return {
        first,
        saved: await aside(() => save(lead, place, { version: 0, level: 2 })),
        last: await count(),
      };
    });
    expect(versions.saved.kind).toBe("saved");
    expect(versions.last).toBe(versions.first);
  });

  test("each answer in the file stands with all of its versions and no other", async () => {
    const trust = await makeTrust();
    const lead = await trust.let("digital_lead");
    const round = await startedRound(lead, trust.id);
    const questions = (await tasksIn(lead, round)).slice(0, 5);
    let busy = true;
    const saving = Promise.all(
      questions.map(async ({ capability, scope }) => {
        const place = { assessmentId: round, capabilityId: capability.id, scope };
        for (let version = 0; busy; version += 1) {
          const outcome = await save(lead, place, { version, level: (version % 4) + 1 });
          if (outcome.kind !== "saved") throw new Error(outcome.kind);
        }
      }),
    );
    let answered = 0;
    try {
      for (let turn = 0; turn < 3 || answered === 0; turn += 1) {
        const { parts } = await taken(lead, trust.id);
        answered = parts.answers.length;
        for (const { capabilityId, scope, version } of parts.answers) {
          const revisions = parts.answerRevisions.filter(
            (each) => each.capabilityId === capabilityId && each.scope === scope,
          );
          expect(revisions.map((each) => each.version)).toEqual(
            Array.from({ length: Number(version) }, (_, at) => at + 1),
          );
        }
      }
    } finally {
      busy = false;
      await saving;
    }
  });
});
