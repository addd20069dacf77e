import { writeAssessmentDocument } from "@/lib/exchange/assessment-document";
import { capabilitiesOf } from "@/lib/framework/find";
import { whileDatabaseAnswers } from "@/lib/http/database-away";
import { problem } from "@/lib/http/problem";
import { criteriaForLevel, type ScoringAnswer } from "@/lib/scoring/answers";
import type { Query } from "../chosen-levels";
import { askedCheck } from "../load-check";

/** The answers in the address as an assessment document of the rapid check. Nothing is kept here. */
export async function GET(request: Request): Promise<Response> {
  return whileDatabaseAnswers("The questions cannot be read just now. Try again", () => documentFor(request));
}

async function documentFor(request: Request): Promise<Response> {
  const { check, setting, questions, levels } = await askedCheck(queryOf(new URL(request.url).searchParams));
  if (!setting || !levels.ok) {
    const errors = [
      ...(setting ? [] : [{ path: "/setting", message: "Name a care setting" }]),
      ...(levels.ok
        ? []
        : [...levels.errors].map(([dimension, message]) => ({ path: `/${dimension}`, message }))),
      ...(!levels.ok && levels.problem ? [{ path: "/levels", message: levels.problem }] : []),
    ];
    return problem(400, "The address does not hold a whole rapid check", { errors });
  }
  const answers = new Map(
    questions.flatMap(({ id, dimension }): [string, ScoringAnswer][] => {
      const capability = capabilitiesOf(check).find((one) => one.id === id);
      const level = levels.chosen.get(dimension);
      return capability && level ? [[id, { criteria: criteriaForLevel(capability, level, [setting]) }]] : [];
    }),
  );
  const document = writeAssessmentDocument({ framework: check, careSetting: setting, answers });
  return new Response(`${JSON.stringify(document, null, 2)}\n`, {
    headers: {
      "content-type": "application/json",
      "content-disposition": `attachment; filename="rapid-check-${setting}.json"`,
      "cache-control": "private, no-store",
    },
  });
}

/** A name that comes twice keeps both values, as in a page's query. */
function queryOf(params: URLSearchParams): Query {
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const all = params.getAll(name);
      return [name, all.length > 1 ? all : all[0]];
    }),
  );
}
