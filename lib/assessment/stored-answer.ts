import type { CriterionState, ScoringAnswer } from "@/lib/scoring/answers";

export const confidences = ["low", "medium", "high"] as const;
export type Confidence = (typeof confidences)[number];

/** What an answer says, apart from who saved it and when. */
export type AnswerContent = {
  criteria: Readonly<Record<string, CriterionState>>;
  /** The id of the reason, or null where the capability applies. */
  notApplicable: string | null;
  note: string;
  confidence: Confidence | null;
};

/** One answer as it is kept: one capability in one scope of one assessment. */
export type StoredAnswer = AnswerContent & {
  capabilityId: string;
  scope: string;
  /** Counts accepted saves from 1, without gaps. */
  version: number;
  carriedForward: boolean;
  /** A setting's own answer that was taken back, so that the organisation's serves again. */
  withdrawn: boolean;
  /** It has to be confirmed because evidence for it expired since it was saved. */
  evidenceExpired?: boolean;
  savedAt: Date;
  savedById: string;
  /** Whom a coordinator typed it for, until somebody confirms it. */
  enteredForId: string | null;
};

/** An answer as it stands, as whoever was about to overwrite it needs to see it. */
export type CurrentAnswer = {
  value: AnswerContent;
  version: number;
  by: string;
  /** True where the person saved it themselves, in another window. */
  own: boolean;
  at: string;
};

/** The part of a stored answer that the scoring engine reads. */
export function scoringAnswer(answer: StoredAnswer): ScoringAnswer {
  return {
    criteria: answer.criteria,
    notApplicable: answer.notApplicable === null ? null : { reason: answer.notApplicable },
    carriedForward: answer.carriedForward,
  };
}

const JUST_NOW = 2 * 60_000;

/** True within two minutes of a save by this person: a page that says so was sent here by that save. */
export function savedJustNow(answer: StoredAnswer | undefined, personId: string, now: Date): boolean {
  return answer?.savedById === personId && now.getTime() - answer.savedAt.getTime() < JUST_NOW;
}
