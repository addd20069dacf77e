import { noteRefusal } from "@/lib/auth/note-refusal";
import { BODY_LIMIT, GIVEN_BACK_LIMIT } from "@/lib/assessment/answer-body";
import { type FormFields, formUseOf, versionOf } from "@/lib/assessment/answer-form";
import { currentUser } from "@/lib/auth/current-user";
import { type AnswerAddress } from "@/lib/data/answers";
import { isDatabaseDown } from "@/lib/data/database-trouble";
import type { RefusedReason } from "@/lib/assessment/refused-answer";
import { keepRefused } from "@/lib/data/refused-answers";
import { saveFormAnswer } from "@/lib/data/save-form-answer";
import { answerApiPath, answerPagePath } from "@/lib/http/addresses";
import { isSameOrigin } from "@/lib/http/origin";
import { problem } from "@/lib/http/problem";
import { readBody } from "@/lib/http/read-body";
import { notTheirsPage, signInPage, tooLongPage, tryAgainPage } from "./unsaved-pages";

/**
 * A save from the plain form. Always goes back to the page (303); what could not be saved is kept first, as a
 * refused entry that only its author sees, and the page shows it beside the current answer.
 */
export async function saveFromForm(request: Request, address: AnswerAddress): Promise<Response> {
  if (!isSameOrigin(request.headers)) return problem(403, "This request did not come from the service");
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded"))
    return problem(415, "Send the form as it is on the page");
  const text = await readBody(request, GIVEN_BACK_LIMIT);
  if (text === null) return tooLongPage(address);
  const fields = Object.fromEntries(new URLSearchParams(text));
  if (Buffer.byteLength(text) > BODY_LIMIT) return tooLongPage(address, fields);
  try {
    return await saveSignedIn(address, fields);
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    return tryAgainPage(address, fields);
  }
}

async function saveSignedIn(address: AnswerAddress, fields: FormFields): Promise<Response> {
  const user = await currentUser();
  if (!user) return signInPage(address, fields);
  const outcome = await saveFormAnswer(user, address, fields);
  if (outcome.kind === "not_found") {
    await noteRefusal(answerApiPath(address));
    return notTheirsPage(fields);
  }
  if (outcome.kind === "saved") return backTo(address, { saved: formUseOf(fields) });
  const reason: RefusedReason = outcome.kind;
  const problems = outcome.kind === "invalid" ? outcome.problems : [];
  const kept = await keepRefused(user, address, versionOf(fields), {
    reason,
    typed: { ...fields },
    problems,
  });
  return backTo(address, kept ? { refused: kept } : {});
}

function backTo(address: AnswerAddress, query: Record<string, string>): Response {
  const search = new URLSearchParams(query).toString();
  return new Response(null, {
    status: 303,
    headers: {
      location: `${answerPagePath(address)}${search ? `?${search}` : ""}#answer`,
      "cache-control": "private, no-store",
    },
  });
}
