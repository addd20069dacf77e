import { BUILD_HEADER } from "@/lib/http/build-header";
import type { SaveContent, SendResult } from "./save-queue";

/** A reply that takes longer than this is given up; the same key makes it safe to ask again. */
const PATIENCE = 20_000;

/** Sends one save (contract: saving an answer) and says what became of it. Rejects where there is no network. */
export async function sendAnswer(
  path: string,
  content: SaveContent,
  version: number,
  key: string,
): Promise<SendResult> {
  const response = await fetch(path, {
    method: "PUT",
    headers: { "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify({ version, ...content }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  const body: Record<string, unknown> = await response.json().catch(() => ({}));
  if (response.ok) {
    const build = response.headers.get(BUILD_HEADER);
    return { kind: "saved", version: Number(body.version), savedAt: String(body.savedAt), build };
  }
  switch (response.status) {
    case 401:
      return { kind: "signed_out" };
    case 404:
      return { kind: "not_found" };
    case 409:
      return { kind: body.reason === "locked" ? "locked" : "stale", current: body.current };
    case 413:
      return { kind: "too_large" };
    case 400:
    case 422:
      return { kind: "invalid", messages: messagesIn(body) };
    default:
      return { kind: "unreachable" };
  }
}

function messagesIn(body: Record<string, unknown>): string[] {
  const errors = Array.isArray(body.errors) ? (body.errors as { message?: unknown }[]) : [];
  const messages = errors.map(({ message }) => String(message ?? "")).filter(Boolean);
  return messages.length > 0 ? messages : [String(body.title ?? "The answer could not be saved")];
}
