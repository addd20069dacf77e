/** A value that can be drawn: within the scale, or null where there is none. */
export function within(value: number | null | undefined, least: number, most: number): number | null {
  if (value === null || value === undefined || !Number.isFinite(value)) return null;
  return Math.min(most, Math.max(least, value));
}

/** How a figure is written: a level as a whole number, a score with one decimal, half up. */
export type Writing = "level" | "score";

/** Levels are whole; as soon as one value among them is not, all of them are scores. */
export function writingOf(values: readonly (number | null | undefined)[]): Writing {
  return values.every((value) => value === null || value === undefined || Number.isInteger(value))
    ? "level"
    : "score";
}

export function figure(value: number, writing: Writing): string {
  // The small addition undoes what binary fractions take from an exact half, as in 2.45.
  return writing === "level"
    ? String(Math.round(value))
    : (Math.floor(value * 10 + 0.5 + 1e-9) / 10).toFixed(1);
}

/** A value known only between bounds: "2", or "2 to 3" where it is not settled yet. */
export function range(low: number, high: number, writing: Writing): string {
  const [from, to] = [figure(low, writing), figure(high, writing)];
  return from === to ? from : `${from} to ${to}`;
}
