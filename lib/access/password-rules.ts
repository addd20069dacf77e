import { commonPasswords, RUNS } from "./common-passwords";

/** The fewest characters a password may have; what we advise; and the most that is taken. */
export const SHORTEST_PASSWORD = 8;
export const ADVISED_PASSWORD = 15;
export const LONGEST_PASSWORD = 1000;

/** What others may know about a person, and so would try first. */
export type PasswordContext = {
  name: string;
  email: string | null;
  /** Names and codes of the organisations they belong to. */
  organisations: readonly string[];
};

/** Of the service and of the world it is for. */
const OUR_WORDS =
  "nhs nhsengland nhsft icb trust digital maturity digitalmaturity assess assessment dma wgll cio cdio";

/**
 * The form in which a password is hashed and compared: letters that look the same but are coded differently become one
 * (NIST SP 800-63B), so that it works from any keyboard.
 */
export function normalPassword(typed: string): string {
  return typed.normalize("NFKC");
}

/**
 * Why a password may not be chosen, as a sentence to show, or null. Only length and guessing count (design 5): no mix
 * of signs is asked for. A password is guessed when it is a common password, a run along the keyboard, the same few
 * signs again and again, or nothing but words from the person's own surroundings, each with digits and signs around
 * it and with figures for letters. Never throws; costs the same few passes however long the text.
 */
export function passwordProblem(typed: string, context: PasswordContext): string | null {
  const password = normalPassword(typed);
  const length = [...password].length;
  if (length === 0) return "Enter a password";
  if (length < SHORTEST_PASSWORD) {
    return `The password must have ${SHORTEST_PASSWORD} characters or more. We advise ${ADVISED_PASSWORD}`;
  }
  if (length > LONGEST_PASSWORD) return `The password must have ${LONGEST_PASSWORD} characters or fewer`;
  // Some hashes end at it.
  if (password.includes("\u0000")) return "The password has a character in it that cannot be typed";
  if (repeatsItself(password))
    return "The password repeats the same few characters. Choose one that is harder to guess";
  if (length < ADVISED_PASSWORD && /^[ -@[-`{-~]*$/.test(password)) {
    return "The password has no letters. Choose one that is harder to guess";
  }
  if (isRun(password)) return "The password runs along the keyboard. Choose one that is harder to guess";
  const own = wordsOf(context);
  for (const folded of foldings(withoutCodes(password, context))) {
    if (commonPasswords.has(folded)) return "The password is one of the most common ones. Choose another";
    if (isMadeOf(folded, own, 6)) {
      return "The password is made of your name, your organisation or this service. Choose another";
    }
    if (isMadeOf(folded, new Set([...own, ...commonPasswords]), 2)) {
      return "The password is made of words that are tried first. Choose another, such as three words that do not belong together";
    }
  }
  return null;
}

/** Without the codes of the person's organisations, whose figures would otherwise be read as letters. */
function withoutCodes(password: string, { organisations }: PasswordContext): string {
  const codes = organisations.filter((text) => /^(?=.*\d)[A-Z0-9]{3,12}$/.test(text));
  return codes.reduce((text, code) => text.replaceAll(new RegExp(code, "gi"), " "), password);
}

/** Letters alone, small, with figures and signs read as the letters they stand for, and once without them. */
function foldings(password: string): string[] {
  const small = password.slice(0, 200).normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  const inside = small.replace(/^[^a-z@$]+|[^a-z@$]+$/g, "");
  const letters = (text: string) => text.replace(/[^a-z]/g, "");
  const read = (signs: RegExp) => letters(inside.replace(signs, (sign) => STANDS_FOR[sign] ?? ""));
  const readings = [letters(small), read(/[013457@$]/g), read(/[013457@$!]/g)];
  return [...new Set([...readings, ...readings.map((text) => text.replaceAll("l", "i"))])].filter(Boolean);
}

const STANDS_FOR: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

function wordsOf({ name, email, organisations }: PasswordContext): Set<string> {
  const texts = [name, (email ?? "").replace(/@/g, " "), ...organisations, OUR_WORDS];
  const words = texts.flatMap((text) =>
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/\p{M}/gu, "")
      .split(/[^a-z]+/),
  );
  const whole = texts.map((text) => text.toLowerCase().replace(/[^a-z]/g, ""));
  return new Set([...words, ...whole].filter((word) => word.length >= 2));
}

/** Whether the letters fall apart into at most `most` of the words, with nothing left over. */
function isMadeOf(letters: string, words: ReadonlySet<string>, most: number): boolean {
  const longest = 40;
  // fewest[i]: the fewest words that make up the first i letters.
  const fewest = [0, ...Array.from({ length: letters.length }, () => Infinity)];
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = Math.max(0, end - longest); start < end; start += 1) {
      const before = fewest[start] ?? Infinity;
      if (before < (fewest[end] ?? 0) - 1 && words.has(letters.slice(start, end))) fewest[end] = before + 1;
    }
  }
  return (fewest[letters.length] ?? Infinity) <= most;
}

/** "aaaaaaaa", "12121212", "abcabcabc": fewer than five different signs, in any order. */
function repeatsItself(password: string): boolean {
  return new Set(password.toLowerCase()).size < 5;
}

/** Whether nearly every sign follows or precedes the one before it in a row of the keyboard or the alphabet. */
function isRun(password: string): boolean {
  const signs = [...password.toLowerCase()];
  let steps = 0;
  for (let at = 1; at < signs.length; at += 1) {
    const pair = `${signs[at - 1]}${signs[at]}`;
    const back = `${signs[at]}${signs[at - 1]}`;
    if (RUNS.some((run) => run.includes(pair) || run.includes(back))) steps += 1;
  }
  return steps >= signs.length - 3 && steps > signs.length / 2;
}
