import type { AnswerAddress } from "@/lib/data/answers";

/** The page of one answer. */
export function answerPagePath({ assessmentId, capabilityId, scope }: AnswerAddress): string {
  return `/assessments/${assessmentId}/answers/${capabilityId}/${scope}`;
}

/** The address that one answer is read from and saved to (contract: saving an answer). */
export function answerApiPath(address: AnswerAddress): string {
  return `/api${answerPagePath(address)}`;
}
