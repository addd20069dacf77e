/**
 * Who a report is for: `private` for those the trust let in, who can ask its digital lead; `public` for anybody, where
 * no single level is told, since with a dimension's score and its other levels a sensitive one could be worked out.
 */
export type Audience = "private" | "public";

/** Safeguards that are below a level and not named, in a sentence without its full stop. */
export function unnamedBelow(count: number, audience: Audience = "private"): string {
  const below =
    count === 1
      ? "1 sensitive safeguard is below the level it needs"
      : `${count} sensitive safeguards are below the level they need`;
  return below + whomToAsk(count, audience);
}

/** Safeguards that stand in no count (`toldResult`), in a sentence without its full stop. */
export function untoldInWords(count: number, audience: Audience = "private"): string {
  const more =
    count === 1
      ? "1 more is sensitive, and where it stands is not told here"
      : `${count} more are sensitive, and where they stand is not told here`;
  return audience === "public" ? more : `${more}. Ask the trust’s digital lead`;
}

/** "Ask the trust’s digital lead which it is", where there is somebody to ask. */
export function whomToAsk(count: number, audience: Audience): string {
  if (audience === "public") return "";
  return count === 1
    ? ". Ask the trust’s digital lead which it is"
    : ". Ask the trust’s digital lead which they are";
}
