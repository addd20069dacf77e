import type { MembershipRole } from "@/lib/data/memberships";

// What two trusts ought to do, in as few words as can be, written from the design and not from the code: who may do
// what, how a round moves, and what becomes of answers. tests/support/trusts-commands.ts compares it with the product.

export type Answer = { level: number; version: number; toConfirm: boolean; touched: boolean };

export type Round = {
  state: "in_progress" | "in_review" | "signed_off";
  sentBy: number | null;
  /** It was signed off at least once. */
  signed: boolean;
  answers: Map<string, Answer>;
  /** Whose a question is: the number of a person. */
  assigned: Map<string, number>;
  /** Questions with an open challenge. */
  challenged: Set<string>;
};

export type Model = {
  /** The questions of a round. */
  questions: readonly string[];
  /** The roles of each person in each trust. */
  roles: Set<MembershipRole>[][];
  /** The rounds of each trust, oldest first. */
  rounds: Round[][];
};

export function newRound(): Round {
  return {
    state: "in_progress",
    sentBy: null,
    signed: false,
    answers: new Map(),
    assigned: new Map(),
    challenged: new Set(),
  };
}

/** Whether somebody holds one of these roles in a trust. */
export function is(model: Model, person: number, trust: number, ...roles: MembershipRole[]): boolean {
  return roles.some((role) => model.roles[person]?.[trust]?.has(role));
}

/** The levels of a round that somebody may read, by question; null for none. */
export function readable(
  model: Model,
  person: number,
  trust: number,
  round: Round,
): Map<string, number> | null {
  const mine = (question: string) => round.assigned.get(question) === person;
  const all = is(model, person, trust, "digital_lead", "coordinator", "reviewer", "approver");
  if (!all && !is(model, person, trust, "contributor")) return null;
  const rows = [...round.answers].filter(([question]) => all || mine(question));
  return new Map(rows.map(([question, { level }]) => [question, level]));
}

/** Whether somebody may see what a round comes to: drafts for those who work on it, what was signed for everybody. */
export function seesResult(model: Model, person: number, trust: number, round: Round): boolean {
  if (is(model, person, trust, "digital_lead", "coordinator", "reviewer", "approver")) return true;
  return round.signed && is(model, person, trust, "contributor", "board_viewer");
}

export type Saving = { question: string; level: number; stale: boolean };

/** What a save comes to, and changes. */
export function save(
  model: Model,
  person: number,
  trust: number,
  round: Round,
  { question, level, stale }: Saving,
): string {
  const owner = round.assigned.get(question);
  const lead = is(model, person, trust, "digital_lead");
  const types = is(model, person, trust, "coordinator") && owner !== undefined;
  const own = is(model, person, trust, "contributor") && owner === person;
  if (!lead && !types && !own) return "not_found";
  if (round.state !== "in_progress") return "locked";
  if (stale) return "stale";
  const version = (round.answers.get(question)?.version ?? 0) + 1;
  const toConfirm = !lead && owner !== person;
  round.answers.set(question, { level, version, toConfirm, touched: true });
  return "saved";
}

/** Answers every question at one level, which confirms what was carried forward. */
export function answerAll(model: Model, person: number, trust: number, round: Round, level: number): string {
  if (!is(model, person, trust, "digital_lead")) return "not_found";
  if (round.state !== "in_progress") return "locked";
  for (const question of model.questions) {
    const version = (round.answers.get(question)?.version ?? 0) + 1;
    round.answers.set(question, { level, version, toConfirm: false, touched: true });
  }
  return "saved";
}

function isBlocked(model: Model, { answers, challenged }: Round): boolean {
  const done = model.questions.every((question) => answers.get(question)?.toConfirm === false);
  return !done || challenged.size > 0;
}

export type Move = "send" | "return" | "sign" | "reopen";

/** Who may make a move. */
export const movers: Readonly<Record<Move, readonly MembershipRole[]>> = {
  send: ["digital_lead"],
  return: ["digital_lead", "reviewer", "approver"],
  sign: ["approver"],
  reopen: ["approver"],
};
const from = { send: "in_progress", return: "in_review", sign: "in_review", reopen: "signed_off" } as const;

/** Moves a round; signing opens the next one, or brings up to date what nobody touched in it. */
export function move(model: Model, person: number, trust: number, at: number, name: Move): string {
  const rounds = model.rounds[trust] ?? [];
  const round = rounds[at];
  if (!round || !is(model, person, trust, ...movers[name])) return "not_found";
  if (round.state !== from[name]) return "wrong_state";
  if (name === "send") {
    if (isBlocked(model, round)) return "blocked";
    round.sentBy = person;
    round.state = "in_review";
  } else if (name === "return") {
    round.state = "in_progress";
  } else if (name === "reopen") {
    if (rounds.slice(at + 1).some(({ signed }) => signed)) return "later_signed";
    round.state = "in_progress";
  } else {
    if (round.sentBy === person) return "own_work";
    if (isBlocked(model, round)) return "blocked";
    round.state = "signed_off";
    round.signed = true;
    carry(round, rounds, at + 1);
  }
  return "moved";
}

function carry({ answers }: Round, rounds: Round[], at: number): void {
  const opened = rounds[at] === undefined;
  const next = (rounds[at] ??= newRound());
  if (next.state !== "in_progress") return;
  for (const [question, { level }] of answers) {
    const standing = next.answers.get(question);
    if (!opened && standing && (standing.touched || standing.level === level)) continue;
    const version = (standing?.version ?? 0) + 1;
    next.answers.set(question, { level, version, toConfirm: true, touched: false });
  }
}

/** What asking a colleague to answer comes to. */
export function assign(
  model: Model,
  person: number,
  trust: number,
  round: Round,
  question: string,
  to: number,
): string {
  if (!is(model, person, trust, "digital_lead", "coordinator")) return "not_found";
  if (round.state !== "in_progress") return "closed";
  if (!is(model, to, trust, "digital_lead", "contributor")) return "cannot_answer";
  round.assigned.set(question, to);
  return "assigned";
}

/** What handing one's own question back comes to. */
export function handBack(
  model: Model,
  person: number,
  trust: number,
  round: Round,
  question: string,
): string {
  if (!is(model, person, trust, "contributor")) return "not_found";
  if (round.assigned.get(question) !== person) return "not_found";
  if (round.state !== "in_progress") return "round_closed";
  round.assigned.delete(question);
  return "closed";
}

/** What challenging an answer comes to. */
export function challenge(
  model: Model,
  person: number,
  trust: number,
  round: Round,
  question: string,
  level: number,
): string {
  if (!is(model, person, trust, "reviewer")) return "not_found";
  if (round.state === "signed_off") return "closed";
  const answer = round.answers.get(question);
  if (!answer) return "not_answered";
  if (answer.level === level) return "same_level";
  if (round.challenged.has(question)) return "already_open";
  round.challenged.add(question);
  return "raised";
}

/** What upholding the trust's answer against a challenge comes to. */
export function uphold(model: Model, person: number, trust: number, round: Round, question: string): string {
  if (!is(model, person, trust, "digital_lead")) return "not_found";
  if (round.state === "signed_off") return "closed";
  if (!round.challenged.has(question)) return "not_found";
  round.challenged.delete(question);
  return "done";
}
