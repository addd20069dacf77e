import { questionKey } from "./assignment";
import { taskKey } from "./chase";
import type { AnswerContent } from "./stored-answer";
import type { Task } from "./tasks";

/** A colleague who is asked for their own view of a question. */
export type Voice = {
  capabilityId: string;
  scope: string;
  personId: string;
  state: "asked" | "given" | "withdrawn";
  /** A day, at midnight UTC. */
  due: Date | null;
  note: string;
  askedAt: Date;
  askedById: string;
  /** The latest version of what they said; 0 until they did. */
  version: number;
};

/** What a colleague says of a question. It is never scored. */
export type View = AnswerContent & {
  personId: string;
  version: number;
  /** The lowest and highest level it comes to; without meaning where it says that the question does not apply. */
  low: number;
  high: number;
  at: Date;
};

/** A question that somebody owes their own view of, as a list of work shows it beside what is assigned. */
export type OwedView = {
  task: Task;
  personId: string;
  assignment: { due: Date | null; note: string; assignedAt: Date };
  ownView: true;
};

/** What is still owed, in the order in which it was asked. */
export function viewsOwed(tasks: readonly Task[], voices: readonly Voice[]): OwedView[] {
  const known = new Map(tasks.map((task) => [taskKey(task), task]));
  return voices.flatMap(({ state, personId, due, note, askedAt, ...question }): OwedView[] => {
    const task = known.get(questionKey(question));
    if (!task || state !== "asked") return [];
    return [{ task, personId, assignment: { due, note, assignedAt: askedAt }, ownView: true }];
  });
}

/** From this many levels between the lowest and the highest view on, they are far apart. */
const FAR_APART = 2;

/** How far views lie from each other, by the level each is sure of; null where none gives a level. */
export type Spread = { lowest: number; highest: number; farApart: boolean };

type Levels = Pick<View, "low" | "notApplicable">;

/** Views that say the question does not apply count apart: beside any level they are far from it. */
export function spreadOf(views: readonly Levels[]): Spread | null {
  const levels = views.filter(({ notApplicable }) => notApplicable === null).map(({ low }) => low);
  if (levels.length === 0) return null;
  const [lowest, highest] = [Math.min(...levels), Math.max(...levels)];
  return { lowest, highest, farApart: highest - lowest >= FAR_APART || levels.length < views.length };
}

/** How colleagues see one question of a round. */
export type QuestionSpread = {
  capabilityId: string;
  scope: string;
  /** How many gave a view, and how many of them say that it does not apply. */
  views: number;
  notApplicable: number;
  /** Null where all say that it does not apply. */
  spread: Spread | null;
  /** An answer was agreed since the last view. */
  settled: boolean;
};

/** A criterion that some hold to be met and others not. */
export type Parting = { id: string; met: string[]; notMet: string[]; notKnown: string[] };

/** The criteria, in the order given, on which views part: who says what, by person id. Undecided says nothing. */
export function partingsOf(criteria: readonly { id: string }[], views: readonly View[]): Parting[] {
  const who = (id: string, state: string) =>
    views.filter((view) => view.criteria[id] === state).map(({ personId }) => personId);
  return criteria
    .map(({ id }) => ({
      id,
      met: who(id, "met"),
      notMet: who(id, "not_met"),
      notKnown: who(id, "not_known"),
    }))
    .filter(({ met, notMet, notKnown }) => met.length > 0 && notMet.length + notKnown.length > 0);
}
