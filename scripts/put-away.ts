const tasks: (() => Promise<unknown>)[] = [];
let done: Promise<void> | null = null;

/** Notes something to be put away when the script ends, whether by itself or because somebody stops it. */
export function whenEnding(task: () => Promise<unknown>): void {
  tasks.push(task);
}

/** Puts everything away, the last noted first, and once however often it is asked. */
export function putAway(): Promise<void> {
  return (done ??= (async () => {
    for (const task of tasks.reverse()) {
      await task().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    }
  })());
}

function stop(): void {
  void putAway().then(() => process.exit(0));
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);

// Whoever started this was killed and could not say so.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) stop();
}, 500).unref();
