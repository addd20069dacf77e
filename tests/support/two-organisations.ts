import { randomUUID } from "node:crypto";
import { withConnection } from "@/scripts/database/connection";
import type { CurrentUser } from "@/lib/access/user";
import { addAdministrator } from "@/lib/data/administrators";
import { assessmentsOf } from "@/lib/data/assessments";
import { moveChallenge, raiseChallenge } from "@/lib/data/challenges";
import { makeCheckpoint } from "@/lib/data/checkpoints";
import { keepDmaScores } from "@/lib/data/dma-scores";
import { addEvidence, type NewEvidence } from "@/lib/data/evidence";
import { judgeGap, type NewGapView } from "@/lib/data/gap-views";
import { giveAccess, type NewGrant } from "@/lib/data/grants";
import { addAction } from "@/lib/data/planned-actions";
import { writeSummary } from "@/lib/data/review-summaries";
import { saveAnswers } from "@/lib/data/save-answers";
import { startSession } from "@/lib/data/sessions";
import { chooseSharing } from "@/lib/data/shared-results";
import { reopen, sendForReview, signOff } from "@/lib/data/sign-off";
import { setTarget } from "@/lib/data/targets";
import { withTenant } from "@/lib/data/tenant";
import { keepUpload } from "@/lib/data/uploads";
import { fileDatabase, lookBeneath } from "./database";
import { letGuest } from "./guest";
import { plainParams, tableOfParam, texts } from "./isolation-table";
import { aBenefit, aCost, anAction } from "./plan";
import { save, startedRound, tasksIn } from "./round";
import { fillTables } from "./tenant-rows";
import { makeOrganisation, makeTrust, type Trust } from "./trust";

/** Stands in every text of our trust. Whoever reads it elsewhere saw what is ours. */
export const CANARY = "kanarienvogel";

/** What stands behind it in texts of ours: nothing of it may come out as markup, or be lost (IN-1, IN-2). */
const TRICK = ` </title></script><img src=x onerror=canary()>"'; DROP -- %_ \u{1f600}\u202e\u202c`;

const members = [
  "digital_lead",
  "coordinator",
  "contributor",
  "reviewer",
  "approver",
  "board_viewer",
] as const;

/** Real ids of one organisation, by the name that an address gives them. */
export type Ids = Readonly<Record<string, string>>;

/** Those of an organisation with its open round, and with its signed one. */
type Rounds = { open: Ids; signed: Ids };

/** Somebody signed in. */
export type SignedIn = { who: string; user: CurrentUser; token: string };

/** Somebody new at each call, whom we let in for a time and who has looked at nothing yet. */
type LetIn = { consultant: () => Promise<SignedIn>; guest: () => Promise<SignedIn> };

export type TwoOrganisations = {
  ours: Rounds & { id: string; lead: SignedIn; letIn: LetIn };
  theirs: Rounds & { id: string };
  /** Somebody in each role that has nothing to do with us. */
  strangers: SignedIn[];
  administrator: SignedIn;
};

/** Two trusts with everything in them, ours with the canary in every text, and everybody who has no part in ours. */
export async function twoOrganisations(): Promise<TwoOrganisations> {
  const ours = await fullTrust(CANARY);
  const theirs = await fullTrust("elsewhere");
  await plantCanaries(ours.trust.id);
  const { consultant, guest, groupLead, systemViewer } = theirs;
  const others = {
    consultant,
    "guest reviewer": guest,
    "group lead": groupLead,
    "system viewer": systemViewer,
  };
  const strangers: SignedIn[] = [];
  for (const role of members) strangers.push(await signedIn(role, await theirs.trust.let(role)));
  for (const [who, user] of Object.entries(others)) strangers.push(await signedIn(who, user));
  const practice = await makeOrganisation("gp_practice");
  strangers.push(await signedIn("lead of a practice", await practice.let("digital_lead")));
  const administrator = await (await makeOrganisation("consultancy")).let("consultant");
  await addAdministrator(administrator.personId);
  return {
    ours: {
      ...(await idsOf(ours)),
      id: ours.trust.id,
      lead: await signedIn("our lead", ours.lead),
      letIn: letInto(ours),
    },
    theirs: { ...(await idsOf(theirs)), id: theirs.trust.id },
    strangers,
    administrator: await signedIn("administrator", administrator),
  };
}

function letInto({ trust, lead, open, consultancy, peers }: FullTrust): LetIn {
  return {
    consultant: async () => signedIn("consultant", await consultancy.let("consultant")),
    guest: async () => {
      const { personId } = await peers.let("reviewer");
      const { guest } = await letGuest(lead, trust.id, personId, { assessmentId: open, scope: "levels" });
      return signedIn("guest reviewer", guest);
    },
  };
}

async function signedIn(who: string, user: CurrentUser): Promise<SignedIn> {
  return { who, user, token: await startSession(user.personId, { assured: true, now: new Date() }) };
}

export type FullTrust = Awaited<ReturnType<typeof fullTrust>>;

/** A trust with a signed round, an open one, and something in each of its tables. `word` is what its people write. */
export async function fullTrust(word: string) {
  const careSettings = ["acute", "community"] as const;
  const system = await makeOrganisation("icb");
  const trust = await makeTrust(careSettings, { icbCode: system.odsCode });
  const [lead, approver] = [await trust.let("digital_lead"), await trust.let("approver")];
  const signed = await startedRound(lead, trust.id, { round: "2025/26", careSettings: [...careSettings] });
  const place = { assessmentId: signed, capabilityId: "c06-3", scope: "organisation" };
  const note = { version: 0, level: 2, note: word };
  if ((await save(lead, place, note)).kind !== "saved") throw new Error("The note was not saved.");
  await setTarget(lead, place, { level: 4, by: null, reason: word, owner: "" }, 0);
  await answerTheRest(lead, signed);
  await fillDocuments(trust, lead, signed, word);
  await makeCheckpoint(lead, signed, word);
  must(await addEvidence(lead, trust.id, evidenceCalled(word)));
  must(await sendForReview(lead, signed));
  const committee = { name: word, on: new Date("2026-05-01"), minuteReference: word };
  // Opened again twice, so that what was said the first time is kept as well.
  for (const day of ["2026-05-02", "2026-05-03"]) {
    must(await signOff(approver, signed, new Date(day), committee));
    must(await reopen(approver, signed, word));
    must(await sendForReview(lead, signed));
  }
  must(await signOff(approver, signed, new Date("2026-05-04"), committee));
  await wordMessage(lead, trust.id, word);
  const [next] = await assessmentsOf(lead, trust.id);
  if (next?.state !== "in_progress") throw new Error("No round is open.");
  const [consultancy, group] = [await makeOrganisation("consultancy"), await makeOrganisation("group")];
  const peers = await makeTrust();
  const peer = await peers.let("reviewer");
  const { guest } = await letGuest(lead, trust.id, peer.personId, { assessmentId: next.id, scope: "levels" });
  const endsOn = new Date("2099-01-01");
  const given: NewGrant[] = [
    {
      kind: "consultancy",
      receiverId: consultancy.id,
      email: null,
      scope: "answers",
      beside: "named",
      endsOn,
    },
    { kind: "group", receiverId: group.id },
  ];
  for (const grant of given) must(await giveAccess(lead, trust.id, grant));
  await chooseSharing(lead, trust.id, { withSystem: true });
  await fillTables(lead, trust.id, { kinds: [], snapshot: false });
  return {
    trust,
    lead,
    signed,
    open: next.id,
    group,
    system,
    consultancy,
    peers,
    consultant: await consultancy.let("consultant"),
    guest,
    groupLead: await group.let("digital_lead"),
    systemViewer: await system.let("system_viewer"),
  };
}

/** What is kept as documents and not in columns: each text in them as somebody wrote it. */
async function fillDocuments(trust: Trust, lead: CurrentUser, assessmentId: string, word: string) {
  const gap = { assessmentId, capabilityId: "c06-3", careSetting: "acute" } as const;
  const judged: NewGapView = {
    standing: "now",
    standingReason: word,
    importance: 3,
    effort: null,
    adjustedReason: word,
    system: word,
    supplier: word,
    unblockedBy: "supplier",
    contractEndsOn: null,
  };
  if ((await judgeGap(lead, gap, judged, 0)) !== "done") throw new Error("The gap was not judged.");
  const reviewer = await trust.let("reviewer");
  const summary = { sampled: 1, confidence: "low", risk: "low", text: word } as const;
  if (!(await writeSummary(reviewer, assessmentId, summary))) throw new Error("No summary was written.");
  const challenged = { assessmentId, capabilityId: "c06-2", scope: "organisation" };
  const challenge = await raiseChallenge(reviewer, challenged, { level: 5, reason: word });
  if (challenge.kind !== "raised") throw new Error(`No challenge was raised: ${challenge.kind}`);
  for (const what of ["answer", "uphold"] as const)
    await moveChallenge(lead, challenged, challenge.id, { do: what, text: word });
  const place = { organisationId: trust.id, careSetting: "acute", year: 2025 } as const;
  const typed = { scores: { WL: 28 }, remarks: { WL: word } };
  if ((await keepDmaScores(lead, place, 0, typed)) !== "kept") throw new Error("No scores were kept.");
  const action = anAction({
    title: word,
    description: word,
    ownerTitle: word,
    risk: { text: word, likelihood: 2, impact: 3 },
    costs: [aCost({ id: randomUUID(), description: word, assumption: word, agreedBy: word })],
    benefits: [aBenefit({ id: randomUUID(), description: word, assumption: word, agreedBy: word })],
  });
  must(await addAction(lead, trust.id, action));
  const content = {
    madeAt: null,
    questions: [],
    evidence: [],
    problems: [{ at: "B2", message: word }],
    missing: 0,
  };
  const upload = { name: `${word}.xlsx`, content };
  const where = { organisationId: trust.id, assessmentId, kind: "answers" } as const;
  if (!(await keepUpload(lead, where, upload, new Date()))) throw new Error("No upload was kept.");
}

/** A key message of what was signed last, as somebody worded it. */
async function wordMessage(lead: CurrentUser, organisationId: string, word: string): Promise<void> {
  await withTenant(lead, { write: organisationId }, async (tx) => {
    const { id: snapshotId } = await tx.snapshot.findFirstOrThrow({
      where: { organisationId, kind: "sign_off" },
      select: { id: true },
    });
    const place = { organisationId, snapshotId, careSetting: "acute", audience: "private", version: 1 };
    const by = { editedAt: new Date(), byId: lead.personId, byRole: "digital_lead" };
    await tx.messageWording.create({ data: { ...place, texts: { position: word }, ...by } });
  });
}

async function answerTheRest(lead: CurrentUser, assessmentId: string): Promise<void> {
  const answers = (await tasksIn(lead, assessmentId))
    .filter(({ answer }) => !answer)
    .map(({ capability, scope }) => ({ capabilityId: capability.id, scope, body: { version: 0, level: 2 } }));
  const outcome = await saveAnswers(lead, assessmentId, answers);
  if (outcome.kind !== "saved") throw new Error(JSON.stringify(outcome));
}

function evidenceCalled(title: string): NewEvidence {
  const days = { effectiveOn: new Date("2026-04-01"), reviewOn: new Date("2099-04-01") };
  const words = { title, url: `https://${title}.example/`, reference: title, owner: title };
  return { ...words, ...days, grade: "documented", verifiedBy: null };
}

function must({ kind }: { kind: string }): void {
  if (!["moved", "given", "kept"].includes(kind)) throw new Error(`This could not be done: ${kind}`);
}

/** Ids by the parts of addresses, read from the tables: of the round that is open and of the one that is signed. */
async function idsOf({ trust, lead, open, signed, group, system }: FullTrust): Promise<Rounds> {
  const found: Record<string, string> = {};
  for (const [param, table] of Object.entries(tableOfParam)) {
    const [row] = await lookBeneath<{ id: string }>(
      `SELECT id FROM ${table} WHERE organisation_id = $1 ORDER BY id LIMIT 1`,
      [trust.id],
    );
    if (!row) throw new Error(`There is no row in ${table} to take the id for [${param}] from.`);
    found[param] = row.id;
  }
  const ids = {
    ods: trust.odsCode,
    group: group.odsCode,
    system: system.odsCode,
    personId: lead.personId,
    ...plainParams,
    ...found,
  };
  return { open: { ...ids, assessmentId: open }, signed: { ...ids, assessmentId: signed } };
}

/** Puts the canary into every text that people of the organisation could have written, past triggers and rules. */
export async function plantCanaries(organisationId: string): Promise<void> {
  await withConnection(fileDatabase().ownerUrl, async (owner) => {
    await owner.query("BEGIN");
    for (const [table, columns] of Object.entries(texts)) {
      // What is left empty for a reason stays so.
      const set = columns
        .map(
          (column) => `${column} = CASE WHEN ${isLeft(column)} THEN ${column} ELSE ${canaryFor(column)} END`,
        )
        .join(", ");
      await owner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
      await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await owner.query(`UPDATE ${table} SET ${set} WHERE organisation_id = $1`, [organisationId]);
      await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
      await owner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    }
    await owner.query("ALTER TABLE membership NO FORCE ROW LEVEL SECURITY");
    await owner.query(
      `UPDATE person SET name = ${canaryFor("name")}, job_title = ${canaryFor("job")}, email = ${canaryFor("email")}
       WHERE id IN (SELECT person_id FROM membership WHERE organisation_id = $1)`,
      [organisationId],
    );
    await owner.query(`UPDATE organisation SET name = ${canaryFor("name")} WHERE id = $1`, [organisationId]);
    await owner.query("ALTER TABLE membership FORCE ROW LEVEL SECURITY");
    await owner.query("COMMIT");
  });
}

/** Why something ended stands where it did end, and nowhere else. */
function isLeft(column: string): string {
  return column === "ended_reason" ? `coalesce(${column}, '') = ''` : `${column} IS NULL`;
}

function canaryFor(column: string): string {
  if (column === "email") return `gen_random_uuid() || '@${CANARY}.example'`;
  if (column.endsWith("url")) return `'https://${CANARY}.example/'`;
  return `'${(CANARY + TRICK).replaceAll("'", "''")}'`;
}
