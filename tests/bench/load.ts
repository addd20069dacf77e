import { setTimeout as pause } from "node:timers/promises";
import autocannon, { type Request } from "autocannon";

/** What a service did under load: whole replies a second, and how long one took, in milliseconds. */
export type Load = { perSecond: number; median: number; p95: number };

/** What a browser sends when it is to show a page to whoever has this cookie. */
export function askingForPage(path: string, cookie: string): Request {
  return {
    path,
    headers: { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", cookie },
  };
}

/**
 * Keeps one request under way on each of `readers` connections for `seconds`. `requestOf` gives what a connection
 * asks. Throws when anything but a 200 comes back, since the figures would be of something else.
 */
export async function load(
  url: string,
  { readers, seconds }: { readers: number; seconds: number },
  requestOf: (connection: number) => Request,
): Promise<Load> {
  const times: number[] = [];
  const unexpected = new Map<number, number>();
  let connection = 0;
  const began = performance.now();
  const run = autocannon({
    url,
    connections: readers,
    duration: seconds,
    setupClient: (client) => client.setRequests([requestOf(connection++)]),
  });
  run.on("response", (_client, status, _bytes, milliseconds) => {
    if (status === 200) times.push(milliseconds);
    else unexpected.set(status, (unexpected.get(status) ?? 0) + 1);
  });
  const { errors } = await run;
  const took = (performance.now() - began) / 1000;
  if (errors > 0 || unexpected.size > 0)
    throw new Error(
      `${url}: ${times.length} good replies, ${errors} errors, ${JSON.stringify([...unexpected])}`,
    );
  return { perSecond: times.length / took, median: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/** How long what a load left under way may take to end, in milliseconds. */
const SETTLE = 2_000;

/**
 * Measures each in turn, `rounds` times over, after one warm-up; gives the median of each figure. Each begins on a
 * service at rest: a load leaves a request under way for each of its readers, which would be in front of the first
 * requests of the next, and those are more than a twentieth of all that a slow page answers.
 */
export async function alternate<Name extends string>(
  rounds: number,
  loads: Record<Name, () => Promise<Load>>,
): Promise<Record<Name, Load>> {
  const names = Object.keys(loads) as Name[];
  const measured = new Map<Name, Load[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      await pause(SETTLE);
      const figures = await loads[name]();
      // The first is the warm-up: code is compiled and connections are made in it.
      if (round > 0) measured.get(name)?.push(figures);
    }
  }
  const middle = (name: Name): Load => {
    const all = measured.get(name) ?? [];
    const of = (figure: keyof Load) =>
      quantile(
        all.map((each) => each[figure]),
        0.5,
      );
    return { perSecond: of("perSecond"), median: of("median"), p95: of("p95") };
  };
  return Object.fromEntries(names.map((name) => [name, middle(name)])) as Record<Name, Load>;
}

/** The value below which a share of the values lies; of an even number at 0.5 the mean of the middle two. */
export function quantile(values: readonly number[], share: number): number {
  // No reply within the time is later than any.
  if (values.length === 0) return Infinity;
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  if (Number.isInteger(place)) return sorted[place] ?? Infinity;
  const below = sorted[Math.floor(place)] ?? Infinity;
  const above = sorted[Math.ceil(place)] ?? Infinity;
  return below + (above - below) * (place - Math.floor(place));
}
