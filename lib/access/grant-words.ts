import type { Beside, GrantKind, GrantScope } from "./grant";

/** What each scope lets somebody see, as whoever gives it reads it. */
export const scopeWords: Readonly<Record<GrantScope, { name: string; hint: string }>> = {
  results: {
    name: "Signed-off results and the gap report",
    hint: "Without drafts, notes or sensitive items such as cyber security and recovery",
  },
  answers: {
    name: "Answers and notes as well",
    hint: "Everything in the assessment, drafts and sensitive items too",
  },
  levels: {
    name: "The level and reason of each answer",
    hint: "Without sensitive items such as cyber security and recovery",
  },
  lead: {
    name: "Everything your own digital lead may do",
    hint: "The leads of the group act in your trust as if they were yours",
  },
};

/** Whether a client's results may stand beside others'. */
export const besideWords: Readonly<Record<Beside, { name: string; hint: string }>> = {
  no: { name: "No", hint: "They see your results on their own" },
  unnamed: {
    name: "Yes, without our name",
    hint: "In the consultancy’s list and Excel file as a number. Other clients in the file read only that there is one more",
  },
  named: {
    name: "Yes, with our name",
    hint: "In the consultancy’s list and Excel file of clients. Other clients in the file read your name",
  },
};

/** Whom each kind of grant is for. */
export const kindWords: Readonly<Record<GrantKind, string>> = {
  consultancy: "Consultancy",
  guest_reviewer: "Guest reviewer",
  group: "Group",
};
