import { problemAt, type ContentRule } from "@/lib/framework/content-rules/places";
import { proseOf } from "@/lib/framework/content-rules/prose";
import { finderOf } from "@/lib/framework/content-rules/word-list";

const vagueWords = finderOf(`
  adequate, adequately, appropriate, appropriately, robust, robustly, sufficient, sufficiently, effective,
  effectively, timely, suitable, suitably, comprehensive, comprehensively, significant, significantly, holistic,
  seamless, seamlessly, leverage, optimal, proactive, proactively, meaningful, reasonable, reasonably,
  satisfactory, relevant, embedded, innovative, transformative, user-friendly, world-class, cutting-edge,
  state-of-the-art, fit-for-purpose, fit for purpose, streamlined, mature, key, ensure, ensures, ensuring,
  utilise, utilises, etc, and/or, best practice, where possible, as needed, as required, and so on`);

/** Words that two fair people read differently, wherever they stand (issue 3, design 2). */
export const vagueWord: ContentRule = (framework) =>
  proseOf(framework).flatMap(({ text, at }) =>
    vagueWords(text).map((word) => problemAt(at, `"${word}" is vague: say plainly what is meant`)),
  );
