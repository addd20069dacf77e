import { randomUUID } from "node:crypto";
import { systemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";
import { type Task, tasksOf } from "@/lib/assessment/tasks";
import { assessmentWork } from "@/lib/data/assessment-work";
import { assessmentsOf } from "@/lib/data/assessments";
import { addMembership } from "@/lib/data/memberships";
import { addOrganisation, organisationByCode } from "@/lib/data/organisations";
import { addPerson, demoPersonId, userWithoutSession } from "@/lib/data/people";
import { startRound } from "@/lib/data/rounds";
import { saveAnswer } from "@/lib/data/save-answer";
import { startSession } from "@/lib/data/sessions";
import { disconnect } from "@/lib/db";
import { criteriaForLevel } from "@/lib/scoring/answers";
import { answerApiPath, answerPagePath, boardPath, portfolioPath, resultsPath } from "@/lib/http/addresses";

/** One of the people who save: what they answer, and the version they last saw. */
export type Saver = { path: string; cookie: string; version: number; content: Record<string, unknown> };

/** What the measures ask of the product. */
export type Subjects = {
  savers: Saver[];
  /** The lead of the demonstration's first trust. */
  cookie: string;
  capabilityPage: string;
  resultsPage: string;
  boardPage: string;
  /** The code of the trust the board view is of. */
  boardTrust: string;
  /** Somebody of a consultancy that no trust has given access yet, and their first page. */
  consultant: { organisationId: string; cookie: string; page: string };
};

/** Adds to a filled demonstration a trust with `people` who save, and signs in whoever the measures need. */
export async function prepareSubjects(databaseUrl: string, people: number): Promise<Subjects> {
  process.env.DATABASE_URL = databaseUrl;
  try {
    return {
      savers: await makeSavers(people),
      consultant: await makeConsultant(),
      ...(await demoSubjects()),
    };
  } finally {
    await disconnect();
  }
}

async function makeSavers(people: number): Promise<Saver[]> {
  const organisationId = await addOrganisation({
    odsCode: "ZZX",
    name: "Trust of fifty savers",
    kind: "trust",
    careSettings: ["acute"],
  });
  const join = async (): Promise<string> => {
    const personId = await addPerson({ name: "Somebody who saves" });
    await addMembership(systemActor(organisationId), { organisationId, personId, role: "digital_lead" });
    return personId;
  };
  const lead = await acting(await join());
  const round = await startRound(lead, organisationId, { round: "2026/27", careSettings: ["acute"] });
  if (round.kind !== "started") throw new Error(`The round to save in did not start: ${round.kind}`);
  const savers: Saver[] = [];
  for (const task of (await tasksIn(lead, round.id)).slice(0, people)) {
    const user = await acting(await join());
    savers.push(await saverOf(user, round.id, task));
  }
  return savers;
}

/** Saves once, so that every save that is measured changes an answer and adds to its history. */
async function saverOf(user: CurrentUser, assessmentId: string, task: Task): Promise<Saver> {
  const place = { assessmentId, capabilityId: task.capability.id, scope: task.scope };
  const content = {
    criteria: criteriaForLevel(task.capability, 3, task.settings),
    note: "The estate's network was surveyed in May; two community sites are still on the old lines. ".repeat(
      3,
    ),
    confidence: "medium",
  };
  const outcome = await saveAnswer(user, place, randomUUID(), { version: 0, ...content });
  if (outcome.kind !== "saved") throw new Error(`${place.capabilityId}: ${JSON.stringify(outcome)}`);
  return { path: answerApiPath(place), cookie: await cookieOf(user), version: 1, content };
}

async function makeConsultant(): Promise<Subjects["consultant"]> {
  const organisationId = await addOrganisation({
    odsCode: "ZZW",
    name: "Consultancy of forty clients",
    kind: "consultancy",
    careSettings: [],
  });
  const personId = await addPerson({ name: "Somebody who advises" });
  await addMembership(systemActor(organisationId), { organisationId, personId, role: "consultant" });
  return { organisationId, cookie: await cookieOf(await acting(personId)), page: portfolioPath };
}

async function demoSubjects(): Promise<Omit<Subjects, "savers" | "consultant">> {
  const lead = await acting(await demoPersonId("lead-zza"));
  const trust = await organisationByCode(lead, "ZZA");
  const [open] = trust ? await assessmentsOf(lead, trust.id) : [];
  if (!trust || !open) throw new Error("The demonstration has no trust ZZA with a round.");
  const [task] = (await tasksIn(lead, open.id)).filter(({ answer }) => answer?.note);
  if (!task) throw new Error("The demonstration's open round has no answer with a note.");
  const place = { assessmentId: open.id, capabilityId: task.capability.id, scope: task.scope };
  return {
    cookie: await cookieOf(lead),
    capabilityPage: answerPagePath(place),
    resultsPage: resultsPath(open.id, "acute"),
    boardPage: boardPath(trust.odsCode),
    boardTrust: trust.odsCode,
  };
}

async function tasksIn(user: CurrentUser, assessmentId: string): Promise<Task[]> {
  const work = await assessmentWork(user, assessmentId);
  if (!work) throw new Error("The round to measure cannot be read.");
  return tasksOf(work.framework, work.assessment.careSettings, work.rows);
}

async function acting(personId: string | null): Promise<CurrentUser> {
  const user = personId && (await userWithoutSession(personId));
  if (!user) throw new Error("Somebody the measures need is not in the database.");
  return user;
}

async function cookieOf(user: CurrentUser): Promise<string> {
  return `maturity-session=${await startSession(user.personId, { assured: true, now: new Date() })}`;
}
