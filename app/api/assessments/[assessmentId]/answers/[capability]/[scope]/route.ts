import { currentUser } from "@/lib/auth/current-user";
import { type AnswerAddress, getAnswer } from "@/lib/data/answers";
import { saveAnswer, type SaveOutcome } from "@/lib/data/save-answer";
import type { CurrentAnswer } from "@/lib/assessment/stored-answer";
import { BODY_LIMIT } from "@/lib/assessment/answer-body";
import { answerApiPath } from "@/lib/http/addresses";
import { servedBuild } from "@/lib/http/build";
import { BUILD_HEADER } from "@/lib/http/build-header";
import { whileDatabaseAnswers } from "@/lib/http/database-away";
import { isIdempotencyKey } from "@/lib/http/idempotency-key";
import { isSameOrigin } from "@/lib/http/origin";
import { noteRefusal } from "@/lib/auth/note-refusal";
import { problem, reply } from "@/lib/http/problem";
import { readJson } from "@/lib/http/read-json";
import { saveFromForm } from "./save-from-form";

type Context = {
  params: Promise<{ assessmentId: string; capability: string; scope: string }>;
};

/** The answer with its version, or version 0 where nobody has answered yet. */
export async function GET(_request: Request, context: Context): Promise<Response> {
  return whileDatabaseAnswers("The answer cannot be read just now. Try again", async () => {
    const user = await currentUser();
    if (!user) return problem(401, "Sign in to read this answer");
    const address = await addressOf(context);
    const found = await getAnswer(user, address);
    if (found === "not_found") return refused(address);
    return reply(found);
  });
}

/** Saves the whole answer (contract: saving an answer). */
export async function PUT(request: Request, context: Context): Promise<Response> {
  if (!isSameOrigin(request.headers)) return problem(403, "This request did not come from the service");
  return whileDatabaseAnswers("The answer could not be saved just now. Try again", async () => {
    const user = await currentUser();
    if (!user) return problem(401, "Sign in to save this answer");
    const key = request.headers.get("idempotency-key") ?? "";
    if (!isIdempotencyKey(key)) {
      return problem(400, "The save has no usable key", {
        errors: [{ path: "", message: "Send an Idempotency-Key header holding a UUID." }],
      });
    }
    const body = await readJson(request, BODY_LIMIT);
    if (!body.ok) return body.reply;
    const address = await addressOf(context);
    return replyTo(await saveAnswer(user, address, key, body.value), address);
  });
}

/** Saves the answer from a plain form and goes back to its page. */
export async function POST(request: Request, context: Context): Promise<Response> {
  return saveFromForm(request, await addressOf(context));
}

async function replyTo(outcome: SaveOutcome, address: AnswerAddress): Promise<Response> {
  switch (outcome.kind) {
    case "saved":
      return reply(outcome.reply, { [BUILD_HEADER]: servedBuild() });
    case "invalid":
      return problem(400, "The answer was not saved", { errors: outcome.problems });
    case "stale":
      return problem(409, whoSavedFirst(outcome.current), {
        reason: "stale",
        current: outcome.current,
      });
    case "locked":
      return problem(409, "This round is closed", { reason: "locked", current: outcome.current });
    case "key_reused":
      return problem(422, "This key was used for another answer");
    case "not_found":
      return refused(address);
  }
}

function whoSavedFirst(current: CurrentAnswer | null): string {
  return current?.own
    ? "You saved this answer first, in another window"
    : "A colleague saved this answer first";
}

async function addressOf({ params }: Context): Promise<AnswerAddress> {
  const { assessmentId, capability, scope } = await params;
  return { assessmentId, capabilityId: capability, scope };
}

/** Not there or not theirs: the reply does not say which, the record notes that they tried. */
async function refused(address: AnswerAddress): Promise<Response> {
  await noteRefusal(answerApiPath(address));
  return problem(404, "There is no such answer");
}
