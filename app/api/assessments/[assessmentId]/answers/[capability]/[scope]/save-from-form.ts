import { noteRefusal } from "@/lib/auth/note-refusal";
import { BODY_LIMIT } from "@/lib/assessment/answer-body";
import { type FormFields, formUseOf, versionOf } from "@/lib/assessment/answer-form";
import { currentUser } from "@/lib/auth/current-user";
import { type AnswerAddress } from "@/lib/data/answers";
import { isDatabaseDown } from "@/lib/data/database-trouble";
import type { RefusedReason } from "@/lib/assessment/refused-answer";
import { keepRefused } from "@/lib/data/refused-answers";
import { saveFormAnswer } from "@/lib/data/save-form-answer";
import { answerApiPath, answerPagePath } from "@/lib/http/addresses";
import { keptTextPage } from "@/lib/http/kept-text-page";
import { isSameOrigin } from "@/lib/http/origin";
import { problem } from "@/lib/http/problem";
import { readBody } from "@/lib/http/read-body";

/**
 * A save from the plain form. Always goes back to the page (303); what could not be saved is kept first, as a
 * refused entry that only its author sees, and the page shows it beside the current answer.
 */
export async function saveFromForm(request: Request, address: AnswerAddress): Promise<Response> {
  if (!isSameOrigin(request.headers)) return problem(403, "This request did not come from the service");
  const text = await readBody(request, BODY_LIMIT);
  if (text === null) return problem(413, `An answer may be at most ${BODY_LIMIT / 1024} KiB`);
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded"))
    return problem(415, "Send the form as it is on the page");
  const fields = Object.fromEntries(new URLSearchParams(text));
  try {
    return await saveSignedIn(address, fields);
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    return keptTextPage(503, {
      title: "Your answer is not saved yet",
      body: "The service cannot reach its records just now. What you entered is kept on this page. Wait a minute, then try again.",
      action: answerApiPath(address),
      fields,
      submit: "Try to save again",
    });
  }
}

async function saveSignedIn(address: AnswerAddress, fields: FormFields): Promise<Response> {
  const user = await currentUser();
  if (!user) return askToSignIn(address, fields);
  const outcome = await saveFormAnswer(user, address, fields);
  if (outcome.kind === "not_found") {
    await noteRefusal();
    return problem(404, "There is no such answer");
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

function askToSignIn(address: AnswerAddress, fields: FormFields): Response {
  const returnTo = encodeURIComponent(answerPagePath(address));
  return keptTextPage(401, {
    title: "Sign in to save your answer",
    body: "You were signed out, so your answer is not saved yet. What you entered is kept on this page. Sign in with the link below, which opens a new tab, then come back here and save.",
    action: answerApiPath(address),
    fields,
    submit: "Save my answer",
    link: { href: `/sign-in?returnTo=${returnTo}`, text: "Sign in (opens in a new tab)" },
  });
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
