import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect } from "vitest";
import { systemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";
import { settingsServed } from "@/lib/assessment/scopes";
import { scoringAnswer, type StoredAnswer } from "@/lib/assessment/stored-answer";
import { answersOf, getAnswer } from "@/lib/data/answers";
import { assessmentsOf } from "@/lib/data/assessments";
import { assign, handBack } from "@/lib/data/assignments";
import { challengesOf, moveChallenge, raiseChallenge } from "@/lib/data/challenges";
import { currentFrameworkVersion, getFramework } from "@/lib/data/frameworks";
import { addMembership, endMembership, type MembershipRole } from "@/lib/data/memberships";
import { questionWork } from "@/lib/data/question-work";
import { resultOf } from "@/lib/data/results";
import { saveAnswer } from "@/lib/data/save-answer";
import { saveAnswers } from "@/lib/data/save-answers";
import { reopen, returnToTeam, sendForReview, signOff } from "@/lib/data/sign-off";
import { withTenant } from "@/lib/data/tenant";
import { findCapability } from "@/lib/framework/find";
import type { Framework, Level } from "@/lib/framework/schema";
import { levelOf } from "@/lib/scoring/level";
import { answerEverything, startedRound, tasksIn } from "./round";
import { asTheyAre, makeTrust } from "./trust";
import * as ought from "./trusts-model";

export const memberRoles = [
  "digital_lead",
  "coordinator",
  "contributor",
  "reviewer",
  "approver",
  "board_viewer",
] as const satisfies readonly MembershipRole[];

/** Two trusts in the product, with somebody in each role of each. */
export type Real = {
  trusts: string[];
  people: string[];
  /** Of each trust somebody who reads everything and whose role is never touched. */
  watchers: CurrentUser[];
  framework: Framework;
};

/** Two new trusts with an open round each, in the product and as they ought to be. */
export async function twoTrusts(): Promise<{ real: Real; model: ought.Model }> {
  const trusts = [await makeTrust(), await makeTrust()];
  const people: string[] = [];
  const roles: Set<MembershipRole>[][] = [];
  const watchers: CurrentUser[] = [];
  let questions: string[] = [];
  for (const [at, trust] of trusts.entries()) {
    for (const role of memberRoles) {
      people.push((await trust.let(role)).personId);
      roles.push(trusts.map((_, index) => new Set(index === at ? [role] : [])));
    }
    const watcher = await trust.let("digital_lead");
    watchers.push(watcher);
    const id = await startedRound(watcher, trust.id);
    questions = (await tasksIn(watcher, id)).map(({ capability, scope }) => `${capability.id}/${scope}`);
  }
  const framework = await getFramework("nhs-trust", await currentFrameworkVersion("nhs-trust"));
  const real = { trusts: trusts.map(({ id }) => id), people, watchers, framework };
  const model = { questions, roles, rounds: trusts.map(() => [ought.newRound()]) };
  await signFirstRound(real, model);
  return { real, model };
}

/** The first trust has signed a round already, so that there is something to reopen and something carried forward. */
async function signFirstRound(real: Real, model: ought.Model): Promise<void> {
  const [lead, approver] = [memberRoles.indexOf("digital_lead"), memberRoles.indexOf("approver")];
  const [round] = model.rounds[0] ?? [];
  const [id] = await roundsOf(0, real);
  if (!round || !id) throw new Error("There is no round to sign.");
  const [sender, signer] = [
    await asTheyAre(real.people[lead] ?? ""),
    await asTheyAre(real.people[approver] ?? ""),
  ];
  await answerEverything(sender, id, 3);
  await sendForReview(sender, id);
  await signOff(signer, id);
  ought.answerAll(model, lead, 0, round, 3);
  ought.move(model, lead, 0, 0, "send");
  ought.move(model, approver, 0, 0, "sign");
}

/** `apt` makes it somebody who may, as long as there is one; else it is whoever it happens to be. */
type Place = { person: number; apt: boolean; trust: number; round: number; question: number };

/** What steps came to, of all runs: a model that is never led anywhere proves nothing. */
export const reached = new Set<string>();

/** Where a step happens in the product: who does it, in which round, on which question. */
type There = Place & {
  user: CurrentUser;
  organisationId: string;
  assessmentId: string;
  key: string;
  address: { assessmentId: string; capabilityId: string; scope: string };
  was: ought.Round;
};

class Step implements fc.AsyncCommand<ought.Model, Real> {
  constructor(
    readonly place: Place,
    readonly name: string,
    readonly by: readonly MembershipRole[],
    readonly ought: (model: ought.Model, there: There) => string,
    readonly does: (there: There, real: Real, model: ought.Model) => Promise<string>,
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: ought.Model, real: Real): Promise<void> {
    const there = await locate(this.place, this.by, model, real);
    // The product first: what it does must not depend on what the model makes of it.
    const before = structuredClone(model);
    const { state } = there.was;
    const is = await this.does(there, real, before);
    expect({ step: String(this), outcome: is }).toEqual({
      step: String(this),
      outcome: this.ought(model, there),
    });
    reached.add(`${this.name.split(" ")[0]} ${is} ${state}`);
    await equal(model, real);
    await isolated(model, real, there);
  }

  toString(): string {
    return `${this.name} ${JSON.stringify(this.place)}`;
  }
}

async function locate(
  place: Place,
  by: readonly MembershipRole[],
  model: ought.Model,
  real: Real,
): Promise<There> {
  const able = real.people.flatMap((_, one) => (ought.is(model, one, place.trust, ...by) ? [one] : []));
  const person = (place.apt ? able[place.person % able.length] : undefined) ?? place.person;
  const rounds = model.rounds[place.trust] ?? [];
  const at = place.round % rounds.length;
  const organisationId = real.trusts[place.trust] ?? "";
  const key = model.questions[place.question % model.questions.length] ?? "";
  const [capabilityId = "", scope = ""] = key.split("/");
  const assessmentId = (await roundsOf(place.trust, real))[at] ?? "";
  const user = await asTheyAre(real.people[person] ?? "");
  const was = rounds[at] ?? ought.newRound();
  const address = { assessmentId, capabilityId, scope };
  return { ...place, person, round: at, user, organisationId, assessmentId, key, address, was };
}

/** The rounds of a trust, oldest first. */
async function roundsOf(trust: number, { watchers, trusts }: Real): Promise<string[]> {
  const watcher = watchers[trust];
  const rounds = watcher ? await assessmentsOf(watcher, trusts[trust] ?? "") : [];
  return [...rounds].sort((one, other) => (one.round < other.round ? -1 : 1)).map(({ id }) => id);
}

/** Every answer of every round of both trusts is what it ought to be, version by version. */
async function equal(model: ought.Model, real: Real): Promise<void> {
  for (const [trust, watcher] of real.watchers.entries()) {
    const ids = await roundsOf(trust, real);
    const is: unknown[] = [];
    for (const id of ids) {
      const rows = (await answersOf(watcher, id)) ?? [];
      is.push(Object.fromEntries(rows.map((row) => [keyOf(row), standing(row, real.framework)])));
    }
    const should = model.rounds[trust]?.map(({ answers }) =>
      Object.fromEntries(
        [...answers].map(([key, { level, version, toConfirm }]) => [key, [level, version, toConfirm]]),
      ),
    );
    expect(is).toEqual(should);
  }
}

function keyOf({ capabilityId, scope }: { capabilityId: string; scope: string }): string {
  return `${capabilityId}/${scope}`;
}

function standing(row: StoredAnswer, framework: Framework) {
  return [levelIn(row, framework), row.version, row.carriedForward];
}

function levelIn(row: StoredAnswer, framework: Framework): number {
  const capability = findCapability(framework, row.capabilityId);
  if (!capability) throw new Error(`There is no ${row.capabilityId}.`);
  return levelOf(capability, settingsServed(capability, ["acute"], "acute"), scoringAnswer(row)).low;
}

/** Whoever acted sees of each trust exactly what they ought to: nothing at all of one they do not belong to. */
async function isolated(model: ought.Model, real: Real, { user, person }: There): Promise<void> {
  const now = await asTheyAre(user.personId);
  for (const [trust, organisationId] of real.trusts.entries()) {
    const stranger = !ought.is(model, person, trust, ...memberRoles);
    if (stranger) {
      const seen = await withTenant(now, {}, async (tx) => [
        await tx.answer.count({ where: { organisationId } }),
        await tx.assessment.count({ where: { organisationId } }),
        await tx.auditEvent.count({ where: { organisationId } }),
      ]);
      expect(seen).toEqual([0, 0, 0]);
    }
    for (const [at, id] of (await roundsOf(trust, real)).entries()) {
      const round = model.rounds[trust]?.[at];
      if (!round) throw new Error("The product has a round that the model has not.");
      const work = await questionWork(now, id);
      const seen = work && new Map(work.rows.map((row) => [keyOf(row), levelIn(row, real.framework)]));
      const reads = ought.readable(model, person, trust, round);
      expect(seen && Object.fromEntries(seen)).toEqual(reads && Object.fromEntries(reads));
      const result = await resultOf(now, id, "acute");
      expect([at, result !== null]).toEqual([at, ought.seesResult(model, person, trust, round)]);
    }
  }
}

const moves = {
  send: sendForReview,
  return: (user: CurrentUser, id: string) => returnToTeam(user, id, "One more look"),
  sign: signOff,
  reopen: (user: CurrentUser, id: string) => reopen(user, id, "To correct it"),
} as const;

/** Every step anybody can try, in any trust and round, allowed or not. */
export function steps(): fc.Arbitrary<Step>[] {
  const place = fc.record({
    person: fc.nat(11),
    // Three times in four somebody who may.
    apt: fc.nat(3).map((chance) => chance > 0),
    trust: fc.nat(1),
    round: fc.nat(2),
    question: fc.nat(2),
  });
  const level = fc.integer({ min: 1, max: 5 });
  const step = <Args>(
    args: fc.Arbitrary<Args>,
    by: readonly MembershipRole[] | ((args: Args) => readonly MembershipRole[]),
    name: (args: Args) => string,
    should: (model: ought.Model, there: There, args: Args) => string,
    does: (there: There, args: Args, real: Real, model: ought.Model) => Promise<string>,
  ) =>
    fc.tuple(place, args).map(
      ([where, given]) =>
        new Step(
          where,
          name(given),
          typeof by === "function" ? by(given) : by,
          (model, there) => should(model, there, given),
          (there, real, model) => does(there, given, real, model),
        ),
    );
  // Half the time whatever takes the round on from where it is.
  const onwards = { in_progress: "send", in_review: "sign", signed_off: "reopen" } as const;
  const aMove = fc.constantFrom("on", "on", "on", "on", "send", "return", "sign", "reopen" as const);
  const meant = (given: "on" | ought.Move, { was }: There) => (given === "on" ? onwards[was.state] : given);
  const role = fc.constantFrom(...memberRoles);
  const saving = fc.record({ level, stale: fc.boolean() });
  const answerAll = step(
    level,
    ["digital_lead"],
    (given) => `answer everything at level ${given}`,
    (model, { person, trust, was }, given) => ought.answerAll(model, person, trust, was, given),
    async ({ user, assessmentId, was }, given, _real, model) => {
      const answers = model.questions.map((key) => {
        const [capabilityId = "", scope = ""] = key.split("/");
        const version = was.answers.get(key)?.version ?? 0;
        return { capabilityId, scope, body: { version, level: given } };
      });
      return (await saveAnswers(user, assessmentId, answers)).kind;
    },
  );
  const move = step(
    aMove,
    (given) => (given === "on" ? ["digital_lead", "approver"] : ought.movers[given]),
    (given) => given,
    (model, there, given) => ought.move(model, there.person, there.trust, there.round, meant(given, there)),
    async (there, given) => {
      const { user, assessmentId } = there;
      return (await moves[meant(given, there)](user, assessmentId)).kind;
    },
  );
  const save = step(
    saving,
    ({ level: by }) => (by > 2 ? ["digital_lead"] : ["coordinator", "contributor"]),
    ({ level, stale }) => `save level ${level}${stale ? " over an old version" : ""}`,
    (model, { person, trust, was, key }, given) =>
      ought.save(model, person, trust, was, { question: key, ...given }),
    async ({ user, address, was, key }, { level, stale }) => {
      const version = (was.answers.get(key)?.version ?? 0) + (stale ? 3 : 0);
      return (await saveAnswer(user, address, randomUUID(), { version, level })).kind;
    },
  );
  return [
    // Rounds that go nowhere show little: these come more often.
    ...[answerAll, answerAll, save, save, save, move, move, move],
    step(
      fc.nat(11),
      ["digital_lead", "coordinator"],
      (to) => `assign to ${to}`,
      (model, { person, trust, was, key }, to) => ought.assign(model, person, trust, was, key, to),
      async ({ user, assessmentId, address }, to, real) => {
        const { capabilityId, scope } = address;
        const personId = real.people[to] ?? "";
        const asked = { questions: [{ capabilityId, scope }], personId, due: null, note: "" };
        return (await assign(user, assessmentId, asked)).kind;
      },
    ),
    step(
      fc.constant(null),
      ["contributor"],
      () => "hand back",
      (model, { person, trust, was, key }) => ought.handBack(model, person, trust, was, key),
      ({ user, address }) => handBack(user, address, "Not mine"),
    ),
    step(
      level,
      ["reviewer"],
      (given) => `challenge with level ${given}`,
      (model, { person, trust, was, key }, given) => ought.challenge(model, person, trust, was, key, given),
      async ({ user, address }, given) =>
        (await raiseChallenge(user, address, { level: given as Level, reason: "We saw otherwise" })).kind,
    ),
    step(
      fc.constant(null),
      ["digital_lead"],
      () => "uphold",
      (model, { person, trust, was, key }) => ought.uphold(model, person, trust, was, key),
      async ({ user, address, trust }, _given, { watchers }) => {
        const watcher = watchers[trust];
        const known = watcher ? await challengesOf(watcher, address) : null;
        const open = known?.find(({ state }) => state === "open");
        const said = { do: "uphold", text: "We looked again" } as const;
        return (await moveChallenge(user, address, open?.id ?? randomUUID(), said)).kind;
      },
    ),
    step(
      fc.record({ role, gains: fc.nat(3).map((chance) => chance > 0) }),
      [],
      ({ role: which, gains }) => `${gains ? "become" : "no longer be"} ${which}`,
      (model, { person, trust }, { role: which, gains }) => {
        const held = model.roles[person]?.[trust];
        if (gains) held?.add(which);
        else held?.delete(which);
        return "done";
      },
      async ({ user, organisationId }, { role: which, gains }) => {
        const held = { organisationId, personId: user.personId, role: which };
        if (gains) await addMembership(systemActor(organisationId), held);
        else await endMembership(systemActor(organisationId), held, new Date());
        return "done";
      },
    ),
    step(
      fc.constant(null),
      memberRoles,
      () => "read an answer by its address",
      (model, { person, trust, was, key }) => {
        const reads = ought.readable(model, person, trust, was);
        const lists = readsAll(model, person, trust) || was.assigned.get(key) === person;
        return reads && lists ? String(was.answers.get(key)?.version ?? 0) : "not_found";
      },
      async ({ user, address }) => {
        const found = await getAnswer(user, address);
        return found === "not_found" ? found : String(found.version);
      },
    ),
  ];
}

function readsAll(model: ought.Model, person: number, trust: number): boolean {
  return ought.is(model, person, trust, "digital_lead", "coordinator", "reviewer", "approver");
}
