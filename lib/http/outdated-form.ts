import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { sentFields, typedIn } from "./form-fields";
import { isSameOrigin } from "./origin";
import { plainPage } from "./plain-page";

/** As much as the framework itself takes of a form; a larger one is for it to refuse. */
const MOST_BYTES = 1024 * 1024;

/**
 * The reply to a form, sent without JavaScript, that asks for an action this build does not have, since its page is
 * older than the service is now: what happened, and what was typed. Null for every other request, which goes on
 * untouched. The framework would answer a few bare words (decision 0037).
 */
export async function replyToOutdatedForm(request: Request): Promise<string | null> {
  if (!isPlainForm(request) || !isSameOrigin(request.headers)) return null;
  const form = await request.formData().catch(() => null);
  const asked = form && actionsOf(form);
  if (!asked || asked.length === 0) return null;
  const known = actionsOfThisBuild();
  if (!known || asked.every((id) => known.has(id))) return null;
  const typed = typedIn(sentFields(form));
  return plainPage({
    title: "The service was updated while this page was open",
    paragraphs: ["What you sent was not saved. Everything you saw marked as saved is safe."],
    button: { href: new URL(request.url).pathname, text: "Open the page again" },
    otherwise:
      typed.length > 0
        ? "Copy what you typed from below, open the page again and send it from there."
        : "Open the page again and send it from there.",
    typed,
  });
}

/** A form as a browser sends it by itself: with JavaScript the action is named in a header and the page keeps its text. */
function isPlainForm({ method, headers }: Request): boolean {
  return (
    method === "POST" &&
    !headers.has("next-action") &&
    (headers.get("content-type") ?? "").startsWith("multipart/form-data") &&
    Number(headers.get("content-length") ?? MOST_BYTES) < MOST_BYTES
  );
}

/** The actions that a form asks for: `$ACTION_ID_…` names one, `$ACTION_1:0` holds one with what is bound to it. */
function actionsOf(form: FormData): string[] {
  return [...form].flatMap(([name, value]) => {
    const [, id] = /^\$ACTION_ID_(.+)$/.exec(name) ?? [];
    const [, bound] = (/^\$ACTION_\d+:0$/.test(name) && /^\{"id":"([^"]*)"/.exec(String(value))) || [];
    return [id ?? bound ?? []].flat();
  });
}

const manifest = z.object({ node: z.record(z.string(), z.unknown()) });
let known: ReadonlySet<string> | null | undefined;

/** Null where there is no build to ask: the development server makes its actions as they are needed. */
function actionsOfThisBuild(): ReadonlySet<string> | null {
  if (known === undefined) known = process.env.NODE_ENV === "production" ? readActions() : null;
  return known;
}

function readActions(): ReadonlySet<string> | null {
  const file = join(/* turbopackIgnore: true */ process.cwd(), ".next/server/server-reference-manifest.json");
  try {
    return new Set(Object.keys(manifest.parse(JSON.parse(readFileSync(file, "utf8"))).node));
  } catch {
    return null;
  }
}
