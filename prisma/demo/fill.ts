import { tasksOf, type Task } from "@/lib/assessment/tasks";
import type { CurrentUser } from "@/lib/access/user";
import { systemActor } from "@/lib/access/system-actor";
import { answersOf } from "@/lib/data/answers";
import { assessmentsOf } from "@/lib/data/assessments";
import { getFramework, listFrameworks } from "@/lib/data/frameworks";
import { makeCheckpoint } from "@/lib/data/checkpoints";
import { finishDemo, markAsDemo } from "@/lib/data/installation";
import { addMembership } from "@/lib/data/memberships";
import { addOrganisation } from "@/lib/data/organisations";
import { addPerson, userWithoutSession } from "@/lib/data/people";
import { startRound } from "@/lib/data/rounds";
import { saveAnswer } from "@/lib/data/save-answer";
import { saveAnswers } from "@/lib/data/save-answers";
import { writeSummary } from "@/lib/data/review-summaries";
import { sendForReview, signOff } from "@/lib/data/sign-off";
import { capabilitiesOf } from "@/lib/framework/find";
import type { CareSetting, Framework, Level } from "@/lib/framework/schema";
import { randomUUID } from "node:crypto";
import { addAdministration } from "./administration";
import { fillAmbitions } from "./ambitions";
import { fillBoard } from "./board";
import { fillEvidence, showWhatIsSigned } from "./evidence";
import { fillDiscussion } from "./discussion";
import { chance, type Levels, levelsFor } from "./levels";
import { remarkOn } from "./notes";
import { fillGroupSource, groupSource } from "./group";
import { addPartners } from "./partners";
import { fillPlan, fillYearDates } from "./plan";
import { delegateDemo } from "./delegation";
import { addressOf, demoPeople } from "./people";
import { addPrograms } from "./programs";
import { smallPrintPeople, smallPrintTrusts } from "./small-print";
import { type DemoRound, type DemoTrust, demoTrusts } from "./trusts";
import { askForDemoViews } from "./views";
import { bringPlanWorkbook, bringWorkbook } from "./workbook";

/** Saves under way at once: enough to keep the database busy, few enough to leave it connections. */
const AT_ONCE = 6;

/**
 * Fills an empty database with the demonstration through the same functions the pages use, so that what the demo
 * shows is what the product does. Notes `seedHash` once it is whole.
 */
export async function fillDemo(seedHash: string, say: (line: string) => void): Promise<void> {
  await markAsDemo();
  const ids = new Map<string, string>();
  const fill = async (trust: DemoTrust, manner: Manner) => {
    const team = await setUp(trust);
    ids.set(trust.odsCode, team.organisationId);
    await fillRounds(trust, team, manner);
    await fillDiscussion(trust.odsCode, team.organisationId, team.lead, team.reviewer);
    if (trust.odsCode === groupSource)
      await fillGroupSource(team.lead, team.organisationId, await openRoundOf(team));
    if (trust.odsCode !== "ZZA") return;
    await fillBoard(team.lead, team.organisationId);
    await fillEvidence(team.lead, team.organisationId, await openRoundOf(team));
    await bringWorkbook(team.lead, await openRoundOf(team), new Date());
    await delegateDemo(team.lead, await openRoundOf(team));
    await askForDemoViews(team.lead, await openRoundOf(team));
    await fillAmbitions(team.lead, team.approver, await openRoundOf(team));
    await fillPlan(team.lead, team.organisationId);
    await fillYearDates(team.lead, team.organisationId, new Date());
    await bringPlanWorkbook(team.lead, team.organisationId, new Date());
    await addPrograms(team.lead, team.organisationId);
  };
  for (const trust of demoTrusts) {
    await fill(trust, "one by one");
    say(`Filled ${trust.name} (${trust.odsCode}).`);
  }
  await atOnce(smallPrintTrusts, (trust) => fill(trust, "at once"));
  say(`Filled ${smallPrintTrusts.length} more trusts, for comparison.`);
  await addPartners(ids, new Date());
  await addAdministration(ids.get("ZZA") ?? "", new Date());
  await finishDemo(seedHash);
}

async function openRoundOf({ lead, organisationId }: Team): Promise<string> {
  const open = (await assessmentsOf(lead, organisationId)).find(({ state }) => state === "in_progress");
  if (!open) throw new Error("The round to be shared out is not open.");
  return open.id;
}

/** Answers are saved as people save them, or as a whole set is brought in. */
type Manner = "one by one" | "at once";

type Team = {
  organisationId: string;
  lead: CurrentUser;
  approver: CurrentUser;
  reviewer: CurrentUser | null;
};

async function setUp({
  odsCode,
  name,
  kind = "trust",
  careSettings,
  icbCode,
  regionCode,
}: DemoTrust): Promise<Team> {
  const organisationId = await addOrganisation({
    odsCode,
    name,
    kind,
    careSettings,
    icbCode,
    regionCode,
  });
  const ids = new Map<string, string>();
  for (const { role, odsCode: place, ...person } of [...demoPeople, ...smallPrintPeople]) {
    if (place !== odsCode) continue;
    const personId = await addPerson({ ...person, email: addressOf(person.name, odsCode) });
    await addMembership(systemActor(organisationId), { organisationId, personId, role });
    ids.set(role, personId);
  }
  return {
    organisationId,
    lead: await acting(ids.get("digital_lead")),
    approver: await acting(ids.get("approver")),
    reviewer: ids.has("reviewer") ? await acting(ids.get("reviewer")) : null,
  };
}

async function acting(personId: string | undefined): Promise<CurrentUser> {
  const user = personId && (await userWithoutSession(personId));
  if (!user) throw new Error("Every demo trust needs a digital lead and an approver.");
  return user;
}

async function fillRounds(trust: DemoTrust, team: Team, manner: Manner): Promise<void> {
  let before: Map<CareSetting, Levels> = new Map();
  for (const round of trust.rounds) {
    before = await fillRound(trust, team, round, before, manner);
  }
}

async function fillRound(
  trust: DemoTrust,
  { organisationId, lead, approver, reviewer }: Team,
  round: DemoRound,
  before: ReadonlyMap<CareSetting, Levels>,
  manner: Manner,
): Promise<Map<CareSetting, Levels>> {
  const id = await openedRound(lead, organisationId, trust, round);
  const [assessment] = (await assessmentsOf(lead, organisationId)).filter((found) => found.id === id);
  if (!assessment) throw new Error(`The round ${round.round} of ${trust.odsCode} did not open.`);
  const framework = await getFramework(assessment.frameworkId, assessment.frameworkVersion);
  const levels = levelsOf(framework, trust, round, before);
  const tasks = tasksOf(framework, trust.careSettings, (await answersOf(lead, id)) ?? []);
  const share = round.answered ?? 1;
  const given = tasks.filter(
    ({ capability, scope }) => chance(trust.odsCode, capability.id, scope, "given") < share,
  );
  if (manner === "at once") await answerAll(lead, id, trust, given, levels);
  else await atOnce(given, (task) => answer(lead, id, trust, task, levels));
  if (round.review) await showWhatIsSigned(lead, organisationId, id);
  if (round.sentOn) must(await sendForReview(lead, id, onDay(round.sentOn)));
  if (round.review && reviewer) await writeSummary(reviewer, id, round.review);
  for (const { name, on } of round.checkpoints ?? []) await makeCheckpoint(lead, id, name, { at: onDay(on) });
  if (round.signedOffOn) {
    const { committee } = round;
    const signing = committee && { ...committee, on: new Date(`${committee.on}T00:00:00Z`) };
    must(await signOff(approver, id, onDay(round.signedOffOn), signing));
  }
  return levels;
}

/** The levels of each care setting; what is answered once for the trust is the same in all of them. */
function levelsOf(
  framework: Framework,
  trust: DemoTrust,
  round: DemoRound,
  before: ReadonlyMap<CareSetting, Levels>,
): Map<CareSetting, Levels> {
  const levels = new Map<CareSetting, Levels>();
  const fixed: Record<string, number> = { ...trust.fixed };
  for (const setting of trust.careSettings) {
    const found = levelsFor(framework, setting, {
      trust: trust.odsCode,
      overall: round.overall[setting] ?? 2,
      fixed,
      pillars: trust.pillars,
      before: before.get(setting),
    });
    levels.set(setting, found);
    for (const { id, scope } of capabilitiesOf(framework)) {
      const level = found.get(id);
      if (scope === "organisation" && level !== undefined) fixed[id] = level;
    }
  }
  return levels;
}

/** The round that signing off the last one opened, or a first one. */
async function openedRound(
  lead: CurrentUser,
  organisationId: string,
  trust: DemoTrust,
  { round, frameworkVersion }: DemoRound,
): Promise<string> {
  const open = (await assessmentsOf(lead, organisationId)).find((found) => found.round === round);
  if (open) return open.id;
  const known = (await listFrameworks()).some(
    ({ id, version }) => id === "nhs-trust" && version === frameworkVersion,
  );
  const started = await startRound(lead, organisationId, {
    round,
    careSettings: trust.careSettings,
    ...(known && frameworkVersion ? { frameworkVersion } : {}),
  });
  if (started.kind !== "started") throw new Error(`The round ${round} of ${trust.odsCode} did not start.`);
  return started.id;
}

async function answer(
  lead: CurrentUser,
  assessmentId: string,
  trust: DemoTrust,
  task: Task,
  levels: ReadonlyMap<CareSetting, Levels>,
): Promise<void> {
  const place = { assessmentId, capabilityId: task.capability.id, scope: task.scope };
  const outcome = await saveAnswer(lead, place, randomUUID(), bodyOf(trust, task, levels));
  if (outcome.kind !== "saved")
    throw new Error(`${trust.odsCode} ${task.capability.id}: ${JSON.stringify(outcome)}`);
}

async function answerAll(
  lead: CurrentUser,
  assessmentId: string,
  trust: DemoTrust,
  tasks: readonly Task[],
  levels: ReadonlyMap<CareSetting, Levels>,
): Promise<void> {
  const answers = tasks.map((task) => ({
    capabilityId: task.capability.id,
    scope: task.scope,
    body: bodyOf(trust, task, levels),
  }));
  const outcome = await saveAnswers(lead, assessmentId, answers);
  if (outcome.kind !== "saved") throw new Error(`${trust.odsCode}: ${JSON.stringify(outcome)}`);
}

function bodyOf(
  trust: DemoTrust,
  { capability, settings, answer: carried }: Task,
  levels: ReadonlyMap<CareSetting, Levels>,
) {
  const [first] = settings;
  const level: Level = (first && levels.get(first)?.get(capability.id)) ?? 1;
  return { version: carried?.version ?? 0, level, ...remarkOn(trust.odsCode, capability.id, first) };
}

async function atOnce<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function must(outcome: { kind: string }): void {
  if (outcome.kind !== "moved") throw new Error(`A demo round could not move on: ${JSON.stringify(outcome)}`);
}

function onDay(date: string): Date {
  return new Date(`${date}T10:30:00Z`);
}
