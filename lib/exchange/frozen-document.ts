import type { Confidences } from "@/lib/report/sureness";
import type { SetTarget } from "@/lib/report/targets";
import type { Answers } from "@/lib/scoring/answers";
import type { AssessmentDocument } from "./assessment-schema";

/** The answers that a document of our own keeps; it was checked before it was written. */
export function answersOfDocument({ answers }: AssessmentDocument): Answers {
  return new Map(
    answers.map(({ capability, criteria, notApplicable, carriedForward }) => [
      capability,
      {
        criteria: criteria ?? {},
        notApplicable: notApplicable ?? null,
        ...(carriedForward && { carriedForward }),
      },
    ]),
  );
}

/** The targets it keeps, each as the care setting's own. */
export function targetsOfDocument({ answers, careSetting }: AssessmentDocument): SetTarget[] {
  return answers.flatMap(({ capability, target }) =>
    target
      ? [
          {
            capabilityId: capability,
            scope: careSetting,
            level: target.level,
            by: target.by ? new Date(`${target.by}T00:00:00Z`) : null,
            reason: target.reason ?? "",
          },
        ]
      : [],
  );
}

/** How sure people were of the answers it keeps, by capability id. */
export function confidencesOfDocument({ answers }: AssessmentDocument): Confidences {
  return new Map(
    answers.map(({ capability, confidence }) => [capability, { confidence: confidence ?? null }]),
  );
}
