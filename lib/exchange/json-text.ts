import { jsonPointer, type Problem } from "@/lib/framework/problem";

/** No document of ours is nested half as deep. */
const DEEPEST = 64;

/**
 * Reads JSON text, refusing an object that gives the same key twice: JSON.parse would keep the last one and
 * say nothing, and an answer would be lost. Refused as well are a key `__proto__`, which what reads on would pass
 * over in silence, and nesting deeper than any document has.
 */
export function parseJson(text: string): { ok: true; value: unknown } | { ok: false; problems: Problem[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    return { ok: false, problems: [{ path: "", message: `is not JSON: ${reason.replaceAll(/\s+/g, " ")}` }] };
  }
  const problems = doubtfulKeys(text);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

type Frame = { keys: Set<string> | null; at: string | number; keyNext: boolean };

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/gs;

/** Walks the punctuation of valid JSON with a stack of its own, so that depth costs memory and never a crash. */
function doubtfulKeys(text: string): Problem[] {
  const problems: Problem[] = [];
  const frames: Frame[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const frame = frames.at(-1);
    if (frames.length > DEEPEST) return [{ path: "", message: `is nested more than ${DEEPEST} levels deep` }];
    if (token === "{") frames.push({ keys: new Set(), at: "", keyNext: true });
    else if (token === "[") frames.push({ keys: null, at: 0, keyNext: false });
    else if (token === "}" || token === "]") frames.pop();
    else if (!frame) continue;
    else if (token === ",") {
      if (typeof frame.at === "number") frame.at += 1;
      else frame.keyNext = true;
    } else if (token !== ":" && frame.keys && frame.keyNext) {
      frame.at = String(JSON.parse(token));
      frame.keyNext = false;
      if (frame.at === "__proto__") {
        problems.push({
          path: jsonPointer(frames.map(({ at }) => at)),
          message: "is a name that cannot be used",
        });
      } else if (frame.keys.has(frame.at)) {
        problems.push({ path: jsonPointer(frames.map(({ at }) => at)), message: "is given twice" });
      }
      frame.keys.add(frame.at);
    }
  }
  return problems;
}
