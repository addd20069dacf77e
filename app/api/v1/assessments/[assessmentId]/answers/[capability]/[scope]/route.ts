import { BODY_LIMIT } from "@/lib/assessment/answer-body";
import { getAnswer } from "@/lib/data/answers";
import { saveAnswer, type SaveOutcome } from "@/lib/data/save-answer";
import { ordinary } from "@/lib/data/write-answer";
import { noQuery } from "@/lib/exchange/api/schemas";
import { apiReply, readQuery } from "@/lib/http/api-reply";
import { apiRoute, notThere, refusal } from "@/lib/http/api-route";
import { versionMatched, versionTag } from "@/lib/http/etag";
import { isIdempotencyKey } from "@/lib/http/idempotency-key";
import { otherMethods } from "@/lib/http/other-methods";
import { readJson } from "@/lib/http/read-json";

type Params = { assessmentId: string; capability: string; scope: string };

/** One answer, with its version as its tag; version 0 where nobody has answered yet. */
export const GET = apiRoute<Params>("read", async ({ request, user, params }) => {
  const read = readQuery(request, noQuery);
  if (!read.ok) return read.reply;
  const found = await getAnswer(user, addressOf(params));
  if (found === "not_found") return notThere(request);
  return apiReply(request, found, { etag: versionTag(found.version) });
});

/**
 * Saves the whole answer by the very function that saves it from its page (contract: saving an answer). The version it
 * replaces is named by If-Match or in the body: who names none would overwrite what they have not read.
 */
export const PUT = apiRoute<Params>("write_answers", async ({ request, user, tokenId, params }) => {
  const key = request.headers.get("idempotency-key") ?? "";
  if (!isIdempotencyKey(key)) {
    const errors = [{ path: "Idempotency-Key", message: "must be a UUID, another for each save" }];
    return refusal(request, 400, "The save has no usable key", "Send the header Idempotency-Key", { errors });
  }
  const matched = versionMatched(request.headers.get("if-match"));
  if (matched === "unreadable") {
    const errors = [{ path: "If-Match", message: 'must be one tag as it was read, such as "3"' }];
    return refusal(request, 400, "If-Match cannot be read", "Send the ETag of the answer you read", {
      errors,
    });
  }
  const body = await readJson(request, BODY_LIMIT);
  if (!body.ok) return body.reply;
  const versioned = withVersion(body.value, matched);
  if (versioned === "none") {
    const detail =
      "Send the version you read, as If-Match or as version in the body; 0 before the first save";
    return refusal(request, 428, "The save does not say which version it replaces", detail);
  }
  if (versioned === "two") {
    const errors = [{ path: "/version", message: "is another than If-Match names" }];
    return refusal(request, 400, "The save names two versions", "Leave one of them out", { errors });
  }
  const manner = { ...ordinary, because: { token: tokenId } };
  const outcome = await saveAnswer(user, addressOf(params), key, versioned, manner);
  return replyTo(request, outcome, matched === null ? 409 : 412);
});

/** The body with the version that If-Match names; anything that is no object is left for the save to refuse. */
function withVersion(body: unknown, matched: number | null): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const inBody = "version" in body ? body.version : undefined;
  if (matched === null) return inBody === undefined ? "none" : body;
  return inBody === undefined || inBody === matched ? { ...body, version: matched } : "two";
}

function replyTo(request: Request, outcome: SaveOutcome, whenStale: 409 | 412): Response {
  switch (outcome.kind) {
    case "saved":
      return apiReply(request, outcome.reply, { etag: versionTag(outcome.reply.version) });
    case "invalid":
      return refusal(request, 400, "The answer was not saved", "Correct what `errors` names", {
        errors: outcome.problems,
      });
    case "stale":
      return refusal(
        request,
        whenStale,
        "Another save was first",
        "Read `current`, decide what should stand, and save that with its version and a new key",
        { reason: "stale", current: outcome.current },
      );
    case "locked":
      return refusal(request, 409, "This round is closed", "Its answers change once it is opened again", {
        reason: "locked",
        current: outcome.current,
      });
    case "key_reused":
      return refusal(request, 422, "This key was used for another answer", "Send a new Idempotency-Key");
    case "not_found":
      return notThere(request);
  }
}

function addressOf({ assessmentId, capability, scope }: Params) {
  return { assessmentId, capabilityId: capability, scope };
}

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods("GET", "PUT");
