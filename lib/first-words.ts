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

/** How much longer than a statement may run on the server its answer may be on the way, in milliseconds. */
const ON_THE_WAY = 2_000;

/**
 * A connection whose transactions begin with what `beginningWith` was given, and that gives up where no answer comes.
 * The server ends a statement that runs too long (`statement_timeout`) and says so. When not even that arrives, the
 * way to it is broken: the connection is closed, which fails what waits for it and makes room for a new one, instead
 * of each request taking one more connection out of the pool for good.
 */
export class Connection extends Client {
  private readonly patience: number | null;

  constructor(config?: string | ClientConfig) {
    super(config);
    const limit = typeof config === "object" && config.statement_timeout;
    this.patience = limit ? limit + ON_THE_WAY : null;
    // A database that dies as it takes somebody in says both in one breath: the error then comes before the pool or
    // the adapter listens, and with nobody listening it would end the process. The query that follows fails anyway.
    this.on("error", () => undefined);
  }

  // The database adapter begins a transaction by this one text. Everything else goes through as it came.
  override query = ((config: unknown, ...rest: unknown[]): unknown => {
    const words = firstWords.getStore();
    const begins = words !== undefined && (config as { text?: unknown } | null)?.text === "BEGIN";
    const answered = this.awaitAnswer();
    // The pool asks with a function to be called; everybody else gets a promise.
    const asked = rest.map((part) => (isCallback(part) ? callingFirst(answered, part) : part));
    const answer = send.call(this, begins ? `BEGIN; ${words}` : config, ...asked);
    if (answer instanceof Promise) answer.then(answered, answered);
    return answer;
  }) as Client["query"];

  private awaitAnswer(): () => void {
    if (this.patience === null) return () => undefined;
    const timer = setTimeout(() => void this.end(), this.patience);
    return () => clearTimeout(timer);
  }
}

type Callback = (...reply: unknown[]) => unknown;

function isCallback(part: unknown): part is Callback {
  return typeof part === "function";
}

function callingFirst(first: () => void, then: Callback): Callback {
  return (...reply: unknown[]) => {
    first();
    return then(...reply);
  };
}
