/** Where things are served in this run, and how long each load runs. */
export type Setting = {
  product: string;
  reference: string;
  bare: string;
  /** Starts the product once more, as `npm start` does: with a process for each processor. */
  startAsUsual: () => Promise<{ origin: string; stop: () => Promise<void> }>;
  /** Where the product's database is to be had by its owner. */
  ownerUrl: string;
  rounds: number;
  seconds: number;
};

/** A ratio, "0.74×". */
export function times(ratio: number): string {
  if (ratio === Infinity) return "∞";
  return `${ratio.toFixed(2)}×`;
}

/** A figure with as many digits as mean something. */
export function plain(value: number): string {
  // No reply came within the time of the load.
  if (value === Infinity) return "∞";
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
