import { answerDocument, answerProblems, scoringAnswer } from "@/lib/exchange/answer-document";
import {
  ASSESSMENT_FORMAT,
  assessmentSchema,
  type AnswerDetails,
  type AssessmentDocument,
} from "@/lib/exchange/assessment-schema";
import { appliesIn, capabilitiesOf, findCapability } from "@/lib/framework/find";
import { jsonPointer, problemsFrom, type Problem } from "@/lib/framework/problem";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import type { Answers, ScoringAnswer } from "@/lib/scoring/answers";

export type { AnswerDetails };

/** Finds a framework version among those known here. */
export type FrameworkLookup = (id: string, version: string) => Framework | undefined;

export type AssessmentRead = {
  ok: true;
  framework: Framework;
  careSetting: CareSetting;
  answers: Answers;
  /** As it was sent, with evidence graded `verified` lowered to `documented`: who verified it was elsewhere. */
  document: AssessmentDocument;
};

/**
 * Reads an assessment document against the framework version it names (design 7). Refuses what is not in the
 * framework, does not apply in the care setting, is said twice, or is said in two ways at once.
 */
export function readAssessmentDocument(
  value: unknown,
  frameworks: FrameworkLookup,
): AssessmentRead | { ok: false; problems: Problem[] } {
  const parsed = assessmentSchema.safeParse(value);
  if (!parsed.success) return { ok: false, problems: problemsFrom(parsed.error, value) };
  const document = withoutForeignVerification(parsed.data);
  const { careSetting } = document;
  const { id, version } = document.framework;
  const framework = frameworks(id, version);
  if (!framework) return refused(["framework"], `${id} ${version} is not a framework version known here`);
  if (!framework.careSettings.some((setting) => setting.id === careSetting)) {
    return refused(["careSetting"], `${careSetting} is not a care setting of ${id} ${version}`);
  }

  const problems: Problem[] = [];
  const answers = new Map<string, ScoringAnswer>();
  document.answers.forEach((answer, index) => {
    const at = ["answers", index];
    const capability = findCapability(framework, answer.capability);
    const wrong = capability
      ? answerProblems(answer, capability, framework, careSetting, criterionKeys(value, index))
      : [{ at: ["capability"], message: `${answer.capability} is not a capability of ${id} ${version}` }];
    if (answers.has(answer.capability)) {
      wrong.push({ at: ["capability"], message: `${answer.capability} is answered twice` });
    }
    problems.push(
      ...wrong.map((found) => ({ path: jsonPointer([...at, ...found.at]), message: found.message })),
    );
    if (capability) answers.set(capability.id, scoringAnswer(answer, capability, careSetting));
  });
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, framework, careSetting, answers, document };
}

/**
 * Writes the complete document of one care setting, capabilities in framework order. An answer given for the
 * whole organisation is written with the criteria that apply in this setting, and only those.
 */
export function writeAssessmentDocument(assessment: {
  framework: Framework;
  careSetting: CareSetting;
  answers: Answers;
  details?: ReadonlyMap<string, AnswerDetails>;
  organisation?: { ods: string; name: string };
  round?: string;
  asOf?: string;
}): AssessmentDocument {
  const { framework, careSetting, answers, details, organisation, round, asOf } = assessment;
  return {
    format: ASSESSMENT_FORMAT,
    framework: { id: framework.id, version: framework.version },
    careSetting,
    ...(organisation && { organisation }),
    ...(round !== undefined && { round }),
    ...(asOf !== undefined && { asOf }),
    answers: capabilitiesOf(framework)
      .filter((capability) => appliesIn(capability, careSetting))
      .flatMap((capability) => {
        const answer = answers.get(capability.id);
        const detail = details?.get(capability.id);
        return answer || detail ? [answerDocument(capability, careSetting, answer, detail)] : [];
      }),
  };
}

function withoutForeignVerification(document: AssessmentDocument): AssessmentDocument {
  return {
    ...document,
    answers: document.answers.map((answer) => ({
      ...answer,
      ...(answer.evidence && {
        evidence: answer.evidence.map((item) =>
          item.grade === "verified" ? { ...item, grade: "documented" as const } : item,
        ),
      }),
    })),
  };
}

/** The criteria named by an answer as it was sent: zod leaves a key called __proto__ out without a word. */
function criterionKeys(value: unknown, index: number): string[] {
  const answers = property(value, "answers");
  const criteria = property(Array.isArray(answers) ? answers[index] : undefined, "criteria");
  return typeof criteria === "object" && criteria !== null ? Object.keys(criteria) : [];
}

function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function refused(at: string[], message: string): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ path: jsonPointer(at), message }] };
}
