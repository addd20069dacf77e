import { levelSchema, type CareSetting, type Level } from "@/lib/framework/schema";
import type { Chosen } from "@/lib/scoring/estimate";
import type { Question } from "./questions";

/** The query of an address as it arrives: a name may be missing or come twice. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What an address says was chosen: whole, or what is wrong with it, question by question. */
export type ReadLevels =
  | { ok: true; chosen: Chosen }
  | {
      ok: false;
      /** What could be read, by the dimension a question stands for. */
      chosen: Chosen;
      /** What is wrong, by the dimension a question stands for. */
      errors: ReadonlyMap<string, string>;
      /** What is wrong with the address as a whole. */
      problem: string | null;
    };

/**
 * Reads the levels of an address: `levels=2,3,…` in the order of the questions, or the fields of the form, one for
 * each question. Nothing that is missing or is no level is guessed.
 */
export function readLevels(query: Query, questions: readonly Question[]): ReadLevels {
  const fromForm = questions.some(({ dimension }) => query[dimension] !== undefined);
  const listed = fromForm ? questions.map(({ dimension }) => query[dimension]) : listedIn(query.levels);
  const chosen = new Map<string, Level>();
  const errors = new Map<string, string>();
  questions.forEach((question, index) => {
    const given = listed[index];
    const level = levelIn(given);
    if (level) chosen.set(question.dimension, level);
    else errors.set(question.dimension, errorFor(question, given));
  });
  const tooMany = listed.length > questions.length;
  if (errors.size === 0 && !tooMany) return { ok: true, chosen };
  const problem = tooMany
    ? `The address has more answers than there are questions. Check all ${questions.length} answers`
    : null;
  return { ok: false, chosen, errors, problem };
}

/** The query that carries a complete choice: `levels=2,3,…&setting=acute`. */
export function levelsQuery(chosen: Chosen, questions: readonly Question[], setting: CareSetting): string {
  return `levels=${questions.map(({ dimension }) => chosen.get(dimension) ?? "").join()}&setting=${setting}`;
}

function listedIn(levels: string | string[] | undefined): (string | undefined)[] {
  if (levels === undefined) return [];
  // Given twice, it is not clear which was meant: no entry can be read.
  return typeof levels === "string" ? levels.split(",") : [];
}

function levelIn(given: string | string[] | undefined): Level | null {
  if (typeof given !== "string" || !/^[1-5]$/.test(given)) return null;
  return levelSchema.parse(Number(given));
}

function errorFor({ number, theme }: Question, given: string | string[] | undefined): string {
  const which = `question ${number}, ${theme}`;
  if (given === undefined || given === "") return `Choose a sentence for ${which}`;
  return `The answer to ${which} is none of the five. Choose a sentence for it`;
}
