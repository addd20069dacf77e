import { problemAt, type ContentRule } from "@/lib/framework/content-rules/places";
import { criterionProse } from "@/lib/framework/content-rules/prose";
import { finderOf } from "@/lib/framework/content-rules/word-list";

/** A stem or a hint may use these; a criterion cannot be judged by them. */
const unmeasuredWords = finderOf(`
  good, better, best, easy, easily, simple, quick, quickly, soon, regular, regularly, frequent, frequently, often,
  many, several, some, various, numerous, widely, fully, largely, generally, usually, typically, mostly, mainly,
  improved, enhanced, strong, well, clear, clearly, proper, properly, modern, recent, recently, major, most of,
  a range of, a number of, up to date, up-to-date, high quality`);
/** These are counts: the ten most frequent causes, how often a thing happened. */
const COUNTED = /\b(most (recent|frequent|often)|how (many|often))\b/gi;

/** A criterion says how many, how often, by when or by whom (design 2, wording that survives argument). */
export const unmeasuredWord: ContentRule = (framework) =>
  criterionProse(framework).flatMap(({ text, at }) =>
    unmeasuredWords(text.replaceAll(COUNTED, "…")).map((word) =>
      problemAt(at, `"${word}" cannot be judged: say how many, how often, by when or by whom`),
    ),
  );
