import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { joinByInvitation } from "@/lib/data/accept-invitation";
import { organisationRecord } from "@/lib/data/audit-record";
import { sealEvents, verifyRecord } from "@/lib/data/audit-seal";
import { hashOfToken, invitationToken } from "@/lib/data/invitation-token";
import { invite } from "@/lib/data/invitations";
import { takeOrganisation } from "@/lib/data/organisation-export";
import { addPerson } from "@/lib/data/people";
import { disconnect } from "@/lib/db";
import { organisationArchive, type OrganisationContents } from "@/lib/exchange/organisation-document";
import { readOrganisationArchive } from "@/lib/exchange/read-organisation-archive";
import { zipOf } from "@/lib/exchange/zip-archive";
import { type BroughtIn, bringInOrganisation } from "@/scripts/database/bring-in-organisation";
import { withConnection } from "@/scripts/database/connection";
import { checkout } from "@/scripts/database/place";
import {
  connectAsApp,
  fileDatabase,
  freshDatabase,
  lookBeneath,
  type TestDatabase,
} from "@/tests/support/database";
import { save } from "@/tests/support/round";
import { asTheyAre, makeTrust } from "@/tests/support/trust";
import { fullTrust } from "@/tests/support/two-organisations";
import { unzip } from "@/tests/support/unzip";

const now = new Date();

let ours: Awaited<ReturnType<typeof fullTrust>>;
let file: Buffer;

beforeAll(async () => {
  ours = await fullTrust("written by us");
  file = await archiveOf(ours.lead, ours.trust.id);
});
afterAll(() => work(fileDatabase()));

/** From here on the data layer works in this database. */
async function work(database: TestDatabase): Promise<void> {
  await disconnect();
  process.env.DATABASE_URL = database.appUrl;
}

async function archiveOf(user: CurrentUser, organisationId: string): Promise<Buffer> {
  const taken = await takeOrganisation(user, organisationId, { format: "json", file: "everything.zip" });
  if (taken.kind !== "taken") throw new Error(taken.kind);
  return organisationArchive(taken.contents, now);
}

async function contentsOf(archive: Buffer): Promise<OrganisationContents> {
  const read = await readOrganisationArchive(archive);
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 5)));
  return read.contents;
}

function bringIn(database: TestDatabase, contents: OrganisationContents, keep = true): Promise<BroughtIn> {
  return withConnection(database.ownerUrl, (owner) =>
    bringInOrganisation(owner, contents, {
      fileHash: "0".repeat(64),
      keep,
      tokenHashOf: (invitation) => hashOfToken(invitationToken(invitation)),
    }),
  );
}

async function movedTo(database: TestDatabase): Promise<string> {
  const brought = await bringIn(database, await contentsOf(file));
  if (brought.kind !== "brought_in") throw new Error(JSON.stringify(brought.problems));
  return brought.organisationId;
}

describe("we move to an installation of our own (EX-5)", () => {
  let there: TestDatabase;
  let id: string;
  let lead: CurrentUser;
  beforeAll(async () => {
    there = await freshDatabase();
    id = await movedTo(there);
    await work(there);
    lead = await asTheyAre(ours.lead.personId);
  });

  test("what we take out there is what we brought, byte for byte", async () => {
    const again = await archiveOf(lead, id);
    const [before, after] = [unzip(file), unzip(again)];
    expect([...before].filter(([name, text]) => after.get(name) !== text).map(([name]) => name)).toEqual([]);
    expect(again.equals(file)).toBe(true);
  });

  test("work goes on: a question is answered anew, on top of its versions", async () => {
    const place = { assessmentId: ours.open, capabilityId: "c06-3", scope: "organisation" };
    const [answer] = await lookBeneath<{ version: number }>(
      "SELECT version FROM answer WHERE assessment_id = $1 AND capability_id = $2 AND scope = $3",
      [place.assessmentId, place.capabilityId, place.scope],
      there,
    );
    const version = answer?.version ?? 0;
    expect(await save(lead, place, { version, level: 3 })).toMatchObject({ reply: { version: version + 1 } });
    const told = await organisationRecord(lead, id, {}, 1000);
    const [latest, ...earlier] = (told?.events ?? []).filter(
      ({ action }) => !action.startsWith("organisation."),
    );
    expect(latest).toMatchObject({ action: "answer.saved", by: lead.name });
    expect(earlier.map(({ action }) => action)).toContain("round.started");
    expect(told?.people.map(({ name }) => name)).toContain(lead.name);
    expect(told?.fromElsewhere).toBe(true);
  });

  test("the record of this installation is whole, and what happened before cannot be changed by anybody", async () => {
    await sealEvents();
    expect((await verifyRecord([], new Date())).problems).toEqual([]);
    const [told] = await lookBeneath<{ detail: { events: number } }>(
      "SELECT detail FROM audit_event WHERE action = 'organisation.imported'",
      [],
      there,
    );
    const earlier = await lookBeneath("SELECT FROM earlier_event", [], there);
    expect(told?.detail.events).toBe(earlier.length);
    await expect(lookBeneath("UPDATE earlier_event SET action = 'x'", [], there)).rejects.toThrow(
      "is refused",
    );
    const app = await connectAsApp(there);
    expect((await app.query("SELECT FROM earlier_event")).rowCount).toBe(0);
    const adding = app.query(
      "INSERT INTO earlier_event (organisation_id, number, at, action, subject) VALUES ($1, 999999, now(), 'x', 'y')",
      [id],
    );
    await expect(adding).rejects.toThrow("permission denied");
  });

  test("nobody has a way in before our lead invites them; then they are who they were", async () => {
    const approver = await asTheyAre(await personCalled(`approver of ${ours.trust.odsCode}`, there));
    const email = await addressOf(approver.personId, there);
    const stranger = await (await makeTrust()).let("digital_lead");
    const [elsewhere] = stranger.memberships;
    const join = async (inviter: CurrentUser, organisationId: string) => {
      const held = { email, roles: ["approver" as const], startsOn: null, endsOn: null };
      const invited = await invite(inviter, organisationId, held, now);
      if (invited.kind !== "invited") return invited;
      const token = invitationToken({ organisationId, id: invited.id });
      return joinByInvitation(token, { name: "The approver" }, async () => {}, now);
    };
    expect(await join(stranger, elsewhere?.organisationId ?? "")).toEqual({ kind: "has_account" });
    expect(await join(lead, id)).toMatchObject({ kind: "accepted", personId: approver.personId });
    expect((await asTheyAre(approver.personId)).memberships.map(({ role }) => role)).toContain("approver");
    expect(await join(lead, id)).toEqual({ kind: "member_already", personId: approver.personId });
  });

  test("a second time it is refused, since we are there already", async () => {
    expect(await bringIn(there, await contentsOf(file))).toMatchObject({
      kind: "refused",
      problems: [{ path: "/organisation/odsCode" }],
    });
  });
});

describe("I run the installation they move to", () => {
  test("the command tries the file first, and keeps it when I say so", async () => {
    const [there, folder] = [await freshDatabase(), await mkdtemp(join(tmpdir(), "organisation-"))];
    const run = (name: string, ...options: string[]) => {
      const script = ["--conditions=react-server", "--import", "tsx", "scripts/organisation-import.ts"];
      const env = { ...process.env, INIT_CWD: folder, DATABASE_OWNER_URL: there.ownerUrl };
      const ended = promisify(execFile)(process.execPath, [...script, name, ...options], {
        cwd: checkout,
        env,
      });
      return ended.catch((error: { stdout: string; stderr: string }) => error);
    };
    try {
      await writeFile(join(folder, "ours.zip"), file);
      expect((await run("ours.zip")).stdout).toContain("Nothing was changed. Add --apply");
      expect(await lookBeneath("SELECT FROM assessment", [], there)).toEqual([]);
      expect((await run("ours.zip", "--apply")).stdout).toContain("It is in.");
      expect(await lookBeneath("SELECT FROM assessment", [], there)).not.toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe("whoever is here already", () => {
  test("is the same person, by their address, and what they did elsewhere is theirs", async () => {
    const there = await freshDatabase();
    await work(there);
    const email = await addressOf(ours.lead.personId, fileDatabase());
    const known = await addPerson({ name: "Our lead, who runs this as well", email });
    const brought = await bringIn(there, await contentsOf(file));
    expect(brought).toMatchObject({ kind: "brought_in", people: { known: 1 } });
    const lead = await asTheyAre(known);
    expect(lead.memberships.map(({ role }) => role)).toEqual(["digital_lead"]);
    const id = lead.memberships[0]?.organisationId ?? "";
    const { people, parts, events } = await contentsOf(await archiveOf(lead, id));
    expect(people.map((person) => person.id)).not.toContain(ours.lead.personId);
    expect(JSON.stringify([parts, events])).not.toContain(ours.lead.personId);
    expect(parts.assessments.map(({ startedById }) => startedById)).toContain(known);
  });

  test("an organisation that was let in is the one of that name; where its code is another's, nothing comes in", async () => {
    const there = await freshDatabase();
    await work(there);
    const contents = await contentsOf(file);
    const receiver = contents.parts.accessGrants
      .map(({ receiverId }) => receiverId)
      .find((each) => each !== null);
    const { odsCode, kind } = receiver as { odsCode: string; kind: string };
    await withConnection(there.ownerUrl, (owner) =>
      owner.query(
        "INSERT INTO organisation (id, ods_code, name, kind, care_settings) VALUES ($1, $2, 'Somebody else', $3, '{}')",
        [randomUUID(), odsCode, kind],
      ),
    );
    const outcome = await bringIn(there, contents);
    expect(outcome).toMatchObject({ kind: "refused" });
    expect(outcome.kind === "refused" && outcome.problems[0]?.message).toContain("Somebody else");
    expect(await lookBeneath("SELECT FROM person", [], there)).toEqual([]);
  });
});

describe("a file that cannot be taken as it is", () => {
  let there: TestDatabase;
  beforeAll(async () => {
    there = await freshDatabase();
  });
  const nothing = async () =>
    expect(
      await lookBeneath("SELECT id FROM organisation UNION ALL SELECT id FROM person", [], there),
    ).toEqual([]);

  test("is tried first, and then nothing is kept", async () => {
    expect(await bringIn(there, await contentsOf(file), false)).toMatchObject({ kind: "brought_in" });
    await nothing();
  });

  test("names the framework that is missing here, or has other content", async () => {
    const contents = await contentsOf(file);
    const [first] = contents.frameworks;
    if (!first) throw new Error("No framework");
    const other = [
      { ...first, contentHash: "0".repeat(64) },
      { ...first, version: "1999.1" },
    ];
    const outcome = await bringIn(there, { ...contents, frameworks: other });
    expect(outcome.kind === "refused" && outcome.problems).toEqual([
      {
        path: "/manifest/frameworks/0",
        message: `${first.id} ${first.version} has other content in this installation`,
      },
      { path: "/manifest/frameworks/1", message: `${first.id} 1999.1 is not published in this installation` },
    ]);
    await nothing();
  });

  test("names each thing that is wrong in it by its place, and a change made after it was taken out", async () => {
    const contents = await contentsOf(file);
    const [answer] = contents.parts.answers;
    if (!answer) throw new Error("There is no answer");
    const answers = [{ ...answer, version: "first", colour: "red" }];
    const read = async (parts: Partial<OrganisationContents["parts"]>) => {
      const made = { ...contents, parts: { ...contents.parts, ...parts } };
      const outcome = await readOrganisationArchive(await organisationArchive(made, now));
      return outcome.ok ? [] : outcome.problems.map(({ path }) => path);
    };
    expect(await read({ answers })).toEqual(["/answers/0/version", "/answers/0/colour"]);
    expect(await read({ answers: [answer, answer] })).toEqual(["/answers/1"]);
    const elsewhere = { ...answer, assessmentId: randomUUID(), savedById: randomUUID() };
    expect(await read({ answers: [elsewhere] })).toEqual(["/answers/0", "/answers/0/assessmentId"]);
    const texts = [...unzip(file)].map(([name, text]) => {
      return { name, text: name === "answers.json" ? text.replace('"version":1', '"version":2') : text };
    });
    const changed = await readOrganisationArchive(await zipOf(texts, now));
    expect(changed).toEqual({
      ok: false,
      problems: [{ path: "/answers", message: "was changed after the file was made" }],
    });
    expect((await readOrganisationArchive(Buffer.from("no archive"))).ok).toBe(false);
  });

  test.each([
    ["challenges", "earlierReplies", "said before", ""],
    ["challenges", "earlierReplies", [{ text: "Before", at: "yesterday", byName: "Jo" }], "/0/at"],
    ["assessments", "earlierReopenings", [{ at: null, byName: "Jo", reason: "x" }], "/0/at"],
    ["answers", "criteria", { "c06-3-l2-a": "perhaps" }, "/c06-3-l2-a"],
    ["answerRevisions", "value", { criteria: {}, note: "", confidence: null }, "/notApplicable"],
    ["voiceViews", "criteria", [], ""],
    ["snapshots", "answers", { acute: { answers: {} } }, "/acute/format"],
    ["snapshots", "results", { acute: null }, "/acute"],
    ["snapshots", "warnings", {}, ""],
    ["snapshots", "review", { levels: 4 }, "/levels"],
    ["snapshots", "evidenced", { acute: { documented: "all", of: 50, overall: null } }, "/acute/documented"],
    ["snapshots", "agreed", { acute: { targets: [] } }, "/acute/gapViews"],
    ["messageWordings", "texts", { position: 7 }, "/position"],
    ["dmaScores", "scores", { WL: 2.8 }, "/WL"],
    ["dmaScores", "remarks", [], ""],
    ["plannedActions", "risk", "low", ""],
    ["plannedActions", "serves", [{ capabilityId: "c06-3" }], "/0/scope"],
    ["plannedActions", "costs", [{}], "/0/id"],
    ["plannedActions", "benefits", {}, ""],
    ["plannedActionRevisions", "value", { title: "Half an action" }, "/risk"],
    ["publishedResults", "result", {}, "/overall"],
    ["reportLogos", "picture", "\\x00", ""],
    ["targetTemplates", "levels", { "c06-3": 9 }, "/c06-3"],
  ] as const)("names what no page of ours could show: %s, %s as %j", async (name, column, value, within) => {
    const contents = await contentsOf(file);
    const [first, ...rest] = contents.parts[name];
    const parts = { ...contents.parts, [name]: [{ ...first, [column]: value }, ...rest] };
    const outcome = await readOrganisationArchive(await organisationArchive({ ...contents, parts }, now));
    const paths = outcome.ok ? [] : outcome.problems.map(({ path }) => path);
    expect(paths).toContain(`/${name}/0/${column}${within}`);
    expect(paths.filter((path) => !path.startsWith(`/${name}/0/${column}`))).toEqual([]);
  });

  test("is undone as a whole where the database refuses one row of it", async () => {
    const contents = await contentsOf(file);
    const [first, ...rest] = contents.parts.comments;
    const comments = [{ ...first, text: "" }, ...rest];
    const outcome = await bringIn(there, { ...contents, parts: { ...contents.parts, comments } });
    expect(outcome).toMatchObject({
      problems: [{ path: "/comments/0", message: "is refused by the database: comment_text_given" }],
    });
    await nothing();
  });

  test.each([
    ["people", (contents: OrganisationContents) => ({ people: spoiled(contents.people, { name: "\0" }) })],
    ["events", (contents: OrganisationContents) => ({ events: spoiled(contents.events, { subject: "\0" }) })],
    [
      "challenges",
      ({ parts }: OrganisationContents) => ({
        parts: { ...parts, challenges: spoiled(parts.challenges, { level: 2 ** 40 }) },
      }),
    ],
  ])("names the row of %s that no database can hold, the last of them", async (name, change) => {
    const contents = await contentsOf(file);
    const made = { ...contents, ...change(contents) };
    const last = (name === "challenges" ? made.parts.challenges : made[name as "people"]).length - 1;
    const outcome = await bringIn(there, made);
    expect(outcome.kind === "refused" && outcome.problems.map(({ path }) => path)).toEqual([
      `/${name}/${last}`,
    ]);
    await nothing();
  });
});

/** The same rows, with a change to the last. */
function spoiled<Row extends object>(rows: readonly Row[], change: Partial<Row>): Row[] {
  return rows.map((row, at) => (at === rows.length - 1 ? { ...row, ...change } : row));
}

async function personCalled(name: string, database: TestDatabase): Promise<string> {
  const [row] = await lookBeneath<{ id: string }>("SELECT id FROM person WHERE name = $1", [name], database);
  if (!row) throw new Error(`There is nobody called ${name}`);
  return row.id;
}

async function addressOf(personId: string, database: TestDatabase): Promise<string> {
  const [row] = await lookBeneath<{ email: string }>(
    "SELECT email FROM person WHERE id = $1",
    [personId],
    database,
  );
  return row?.email ?? "";
}
