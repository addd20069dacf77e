import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { Client, type ClientConfig } from "pg";

// The build may hold this module several times over, and the connections are shared by all of them.
const kept = globalThis as { firstWords?: AsyncLocalStorage<string> };
const firstWords = (kept.firstWords ??= new AsyncLocalStorage<string>());

/** Runs `act`; a transaction that it begins says `statement` in the very message that begins it (decision 0018). */
export function beginningWith<T>(statement: string, act: () => Promise<T>): Promise<T> {
  return firstWords.run(statement, act);
}

const send = Client.prototype.query as (this: Client, ...args: unknown[]) => unknown;

/** A connection whose transactions begin with what `beginningWith` was given. */
export class Connection extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    // A database that dies as it takes somebody in says both in one breath: the error then comes before the pool or
    // the adapter listens, and with nobody listening it would end the process. The query that follows fails anyway.
    this.on("error", () => undefined);
  }

  // The database adapter begins a transaction by this one text. Everything else goes through as it came.
  override query = ((config: unknown, ...rest: unknown[]): unknown => {
    const words = firstWords.getStore();
    const begins = words !== undefined && (config as { text?: unknown } | null)?.text === "BEGIN";
    return send.call(this, begins ? `BEGIN; ${words}` : config, ...rest);
  }) as Client["query"];
}
