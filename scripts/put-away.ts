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

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => void putAway().then(() => process.exit(0)));
}
