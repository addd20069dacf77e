import { assignedTasks } from "@/lib/assessment/chase";
import type { KeptEvidence } from "@/lib/assessment/evidence";
import { isComplete } from "@/lib/assessment/status";
import type { CareSetting } from "@/lib/framework/schema";
import { isOpen } from "@/lib/plan/action";
import { dayOf } from "./dates";
import { targetStanding } from "./target-standing";
import { overDimensions, targetsIn } from "./targets";
import type { WaitingSource } from "./waiting";
import { ownDateNames, ownDates, type YearDates } from "./year-dates";

/** What can fall on a day of the year ahead, in the order that one day's are told. */
export const yearKinds = [
  "own",
  "sign_off",
  "guest_review",
  "questions",
  "targets",
  "actions",
  "contracts",
  "evidence",
] as const;
export type YearKind = (typeof yearKinds)[number];

/** What falls on one day: how many of a kind, and what they are where that has names. `on` is a day at midnight UTC. */
export type YearEntry = { on: Date; kind: YearKind; count: number; names: string[] };

export type YearSource = Omit<WaitingSource, "evidence"> & {
  /** The days that the trust typed itself. */
  own: YearDates;
  /** When the last round was signed off; null where none was. */
  lastSignOff: { round: string; at: Date } | null;
  /** Guests who review the open round: the last day each is let in. */
  guestReviewsEnd: readonly Date[];
  /** Systems and suppliers behind gaps. */
  contracts: readonly { system: string; supplier: string; contractEndsOn: Date | null }[];
  evidence: readonly Pick<KeptEvidence, "title" | "reviewOn" | "toConfirm">[];
};

/**
 * The twelve months from a day on, that day included, in order of time: the days that the trust typed itself, when the
 * next sign-off falls due a year after the last, when guests' reviews, questions, targets not yet reached, open actions,
 * contracts and evidence fall due.
 * What is past already waits elsewhere (`waitingOn`). `today` is at midnight UTC.
 */
export function yearAhead(source: YearSource, today: Date): YearEntry[] {
  const end = aYearAfter(today);
  const dated = everythingDated(source, today).filter(({ on }) => on >= today && on <= end);
  const entries = new Map<string, YearEntry>();
  for (const { on, kind, name } of dated) {
    const key = `${on.toISOString()} ${kind}`;
    const entry = entries.get(key) ?? { on, kind, count: 0, names: [] };
    const names = name && !entry.names.includes(name) ? [...entry.names, name] : entry.names;
    entries.set(key, { ...entry, count: entry.count + 1, names });
  }
  return [...entries.values()].sort(
    (one, other) =>
      one.on.getTime() - other.on.getTime() || yearKinds.indexOf(one.kind) - yearKinds.indexOf(other.kind),
  );
}

type Dated = { on: Date; kind: YearKind; name?: string };

function everythingDated(source: YearSource, today: Date): Dated[] {
  const { own, tasks, assignments, actions, evidence, contracts, guestReviewsEnd, lastSignOff } = source;
  const on = (day: Date | null, kind: YearKind, name?: string): Dated[] =>
    day ? [{ on: day, kind, ...(name && { name }) }] : [];
  return [
    ...ownDates.flatMap((date) => on(own[date], "own", ownDateNames[date])),
    ...on(lastSignOff && aYearAfter(dayOf(lastSignOff.at)), "sign_off", lastSignOff?.round),
    ...guestReviewsEnd.flatMap((day) => on(day, "guest_review")),
    ...assignedTasks(tasks, assignments)
      .filter(({ task }) => !isComplete(task.status))
      .flatMap(({ task, assignment }) => on(assignment.due, "questions", task.capability.number)),
    ...openTargets(source, today),
    ...actions
      .filter(isOpen)
      .flatMap(({ dueOn, title }) => on(new Date(`${dueOn}T00:00:00Z`), "actions", title)),
    ...onceEach(
      contracts.flatMap(({ system, supplier, contractEndsOn }) =>
        on(contractEndsOn, "contracts", [system, supplier].filter((name) => name !== "").join(", ")),
      ),
    ),
    // A copy that nobody has confirmed speaks for nothing, and misses no day.
    ...evidence.flatMap(({ toConfirm, reviewOn, title }) =>
      on(toConfirm ? null : reviewOn, "evidence", title),
    ),
  ];
}

/** The targets that some care setting has still to reach, each capability once. */
function openTargets({ framework, results, targets }: YearSource, today: Date): Dated[] {
  const told = overDimensions(framework, targets);
  const numbers = new Map(
    framework.dimensions.flatMap(({ capabilities }) => capabilities.map(({ id, number }) => [id, number])),
  );
  return onceEach(
    Object.entries(results).flatMap(([setting, { capabilities }]) => {
      const held = targetsIn(setting as CareSetting, told);
      return capabilities.flatMap(({ id, low }): Dated[] => {
        const target = held.get(id);
        if (!target?.by || targetStanding(target, low, today) !== "open") return [];
        return [{ on: target.by, kind: "targets", name: numbers.get(id) ?? id }];
      });
    }),
  );
}

/** The same system behind several gaps, or the same target in two care settings, is one thing on one day. */
function onceEach(dated: readonly Dated[]): Dated[] {
  const keyOf = ({ on, name }: Dated) => `${on.toISOString()} ${name}`;
  return [...new Map(dated.map((one) => [keyOf(one), one])).values()];
}

/** The same day next year; of 29 February the day after. */
function aYearAfter(day: Date): Date {
  return new Date(Date.UTC(day.getUTCFullYear() + 1, day.getUTCMonth(), day.getUTCDate()));
}
