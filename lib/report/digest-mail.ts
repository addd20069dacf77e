import type { Digest } from "@/lib/assessment/digest";
import { dateInWords } from "./dates";

/** One question in the mail: its number and name, and when it is due. */
export type DigestLine = { title: string; due: Date | null };

export type DigestLetter = {
  name: string;
  organisation: string;
  round: string;
  /** The page with the person's own questions. */
  link: string;
  digest: Digest<DigestLine>;
};

/** The mail that reminds somebody of their questions, in plain text: what each is and when it is due, no answers. */
export function digestMail({ name, organisation, round, link, digest }: DigestLetter): {
  subject: string;
  text: string;
} {
  const { overdue, dueSoon, others } = digest;
  const all = overdue.length + dueSoon.length + others.length;
  const questions = all === 1 ? "1 question" : `${all} questions`;
  const late = overdue.length > 0 ? `, ${overdue.length} overdue` : "";
  return {
    subject: `${questions} to answer for ${organisation}${late}`,
    text: [
      `Hello ${name},`,
      `${all === 1 ? "1 question waits" : `${questions} wait`} for your answer in the digital maturity assessment ${round} of ${organisation}.`,
      ...section("Overdue", overdue),
      ...section("Due soon", dueSoon),
      ...section(overdue.length + dueSoon.length > 0 ? "Later" : "Your questions", others),
      `Answer them here, or hand back what is not yours:`,
      link,
      "You get this at most once a day, and only when something is new or a date comes near.",
      "",
    ].join("\n\n"),
  };
}

function section(heading: string, lines: readonly DigestLine[]): string[] {
  if (lines.length === 0) return [];
  return [[`${heading}:`, ...lines.map(lineFor)].join("\n")];
}

function lineFor({ title, due }: DigestLine): string {
  return `- ${title}${due ? `, due ${dateInWords(due)}` : ""}`;
}
