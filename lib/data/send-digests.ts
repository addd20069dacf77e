import "server-only";
import { systemActor } from "@/lib/access/system-actor";
import { type AssignedTask, workByPerson } from "@/lib/assessment/chase";
import { type Digest, digestDue } from "@/lib/assessment/digest";
import { currentRound } from "@/lib/assessment/states";
import { tasksOf } from "@/lib/assessment/tasks";
import { type OwedView, viewsOwed } from "@/lib/assessment/voice";
import { linkTo, mailServer } from "@/lib/env";
import type { CareSetting } from "@/lib/framework/schema";
import { dayOf, localTime } from "@/lib/report/dates";
import { digestMail } from "@/lib/report/digest-mail";
import { answersIn } from "./answers";
import { assignmentsIn } from "./assignments";
import { record } from "./audit";
import { type Colleague, colleaguesIn } from "./colleagues";
import { findFramework } from "./frameworks";
import { queueMail } from "./outbox";
import { shared, type TenantTransaction, withTenant } from "./tenant";
import { voicesIn } from "./voices";

/**
 * Reminds everybody of what they still have to answer, where a reminder is due: as the system, one organisation
 * after another. Returns how many mails were put into the outbox. Nothing is done where no mail server is set up.
 */
export async function sendDigests(now: Date): Promise<number> {
  if (!mailServer()) return 0;
  let sent = 0;
  const organisations = await shared().organisation.findMany({ select: { id: true } });
  for (const { id } of organisations) sent += await sendDigestsOf(id, now);
  return sent;
}

type Reminder = { colleague: Colleague; email: string; digest: Digest<AssignedTask | OwedView> };

async function sendDigestsOf(organisationId: string, now: Date): Promise<number> {
  const actor = systemActor(organisationId);
  const found = await withTenant(actor, {}, async (tx) => {
    const round = await openRoundIn(tx, organisationId);
    if (!round) return null;
    const assignments = await assignmentsIn(tx, organisationId, round.id);
    const voices = await voicesIn(tx, organisationId, round.id, { state: "asked" });
    if (assignments.length + voices.length === 0) return null;
    const asked = [...new Set([...assignments, ...voices].map(({ personId }) => personId))];
    return {
      round,
      assignments,
      voices,
      rows: await answersIn(tx, organisationId, round.id),
      colleagues: await colleaguesIn(tx, organisationId, asked),
      last: await lastDigests(tx, organisationId, asked),
    };
  });
  if (!found) return 0;
  const { round, assignments, voices, rows, colleagues, last } = found;
  const framework = await findFramework(round.frameworkId, round.frameworkVersion);
  if (!framework) return 0;
  const tasks = tasksOf(framework, round.careSettings as CareSetting[], rows);
  const work = new Map(
    workByPerson(tasks, assignments, dayOf(now)).map(({ personId, open }) => [personId, open]),
  );
  const owed = viewsOwed(tasks, voices);
  const due = colleagues.flatMap((colleague): Reminder[] => {
    const { personId } = colleague;
    const open = [...(work.get(personId) ?? []), ...owed.filter((view) => view.personId === personId)];
    const digest = digestDue(open, last.get(personId) ?? null, now, localTime(now));
    return colleague.email && digest ? [{ colleague, email: colleague.email, digest }] : [];
  });
  let sent = 0;
  for (const reminder of due) if (await send(organisationId, round, reminder, now)) sent += 1;
  return sent;
}

type Round = NonNullable<Awaited<ReturnType<typeof openRoundIn>>>;

/**
 * The round that people are reminded of. One that was opened again beside it is left out: nobody owes a first answer
 * there, since every question of it was answered before it was signed off.
 */
async function openRoundIn(tx: TenantTransaction, organisationId: string) {
  const rounds = await tx.assessment.findMany({
    where: { organisationId, state: "in_progress" },
    select: {
      id: true,
      round: true,
      state: true,
      signedOffAt: true,
      frameworkId: true,
      frameworkVersion: true,
      careSettings: true,
      organisation: { select: { name: true } },
    },
  });
  return currentRound(rounds);
}

/** Of each of these people the last digest alone: every one that was ever sent is kept. */
async function lastDigests(
  tx: TenantTransaction,
  organisationId: string,
  personIds: string[],
): Promise<Map<string, { day: Date; at: Date }>> {
  const rows = await tx.digest.groupBy({
    by: ["personId"],
    where: { organisationId, personId: { in: personIds } },
    _max: { day: true, at: true },
  });
  return new Map(
    rows.flatMap(({ personId, _max: { day, at } }) => (day && at ? [[personId, { day, at }]] : [])),
  );
}

/** Notes the digest and queues its mail, both or neither; false where another process was first. */
async function send(
  organisationId: string,
  { id, round, organisation }: Round,
  { colleague, email, digest }: Reminder,
  now: Date,
): Promise<boolean> {
  const { personId, name } = colleague;
  const lines = (open: (AssignedTask | OwedView)[]) =>
    open.map((one) => ({
      title: `${one.task.capability.number} ${one.task.capability.name}${"ownView" in one ? " (your own view)" : ""}`,
      due: one.assignment.due,
    }));
  const mail = digestMail({
    name,
    organisation: organisation.name,
    round,
    link: linkTo(`/assessments/${id}?show=mine`),
    digest: {
      overdue: lines(digest.overdue),
      dueSoon: lines(digest.dueSoon),
      others: lines(digest.others),
    },
  });
  return withTenant(systemActor(organisationId), { write: organisationId }, async (tx) => {
    const noted = await tx.digest.createMany({
      data: [{ organisationId, personId, day: dayOf(now), at: now }],
      skipDuplicates: true,
    });
    if (noted.count === 0) return false;
    await queueMail(tx, { to: email, ...mail });
    await record(tx, {
      organisationId,
      actorId: null,
      action: "digest.sent",
      subject: `person:${personId}`,
      detail: { assessment: id },
    });
    return true;
  });
}
