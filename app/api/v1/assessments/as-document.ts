import type { z } from "zod";
import { isBeingRevised } from "@/lib/assessment/states";
import type { Assessment } from "@/lib/data/assessments";
import type { assessmentSchema } from "@/lib/exchange/api/schemas";

/** An assessment as programs get it. */
export function asDocument(assessment: Assessment): z.input<typeof assessmentSchema> {
  const { id, organisation, round, careSettings, state, startedAt, signedOffAt } = assessment;
  return {
    id,
    organisation: { ods: organisation.odsCode, name: organisation.name },
    round,
    framework: { id: assessment.frameworkId, version: assessment.frameworkVersion },
    careSettings,
    state,
    startedAt: startedAt.toISOString(),
    signedOffAt: signedOffAt?.toISOString() ?? null,
    beingRevised: isBeingRevised(assessment),
  };
}
