import "server-only";
import { EventEmitter } from "node:events";
import { Client } from "pg";
import { z } from "zod";
import { directDatabaseUrl } from "@/lib/env";
import { logger } from "@/lib/logger";

/** What was saved, by ids alone: every process hears it, and each reads the rest under its listeners' permissions. */
const change = z.object({
  organisationId: z.uuid(),
  assessmentId: z.uuid(),
  capabilityId: z.string(),
  scope: z.string(),
});
export type Change = z.infer<typeof change>;

const CHANNEL = "answers_changed";
/** How long what was saved may wait to be told together with more, in milliseconds. */
const GATHER = 25;
/** PostgreSQL takes less than 8,000 bytes at once; a change is under 200. */
const AT_ONCE = 30;
const WAITS = [250, 1_000, 2_000, 5_000];

/**
 * One connection of this process that tells the others what was saved and hears what they did. It is told after the
 * commit and not in it: a notification within a transaction makes all commits queue behind one another (decision
 * 0020). So a change can go untold when a process is killed just then; whoever listens catches up with the next.
 */
class ChangeChannel {
  readonly heard = new EventEmitter().setMaxListeners(0);
  private client: Client | null = null;
  private waiting: Change[] = [];
  private timer: NodeJS.Timeout | null = null;
  private failures = 0;
  private stopped = false;

  constructor() {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => this.stop());
  }

  /** Makes the connection if there is none, and keeps it from then on. */
  open(): void {
    if (this.client || this.stopped) return;
    const client = new Client({
      connectionString: directDatabaseUrl(),
      application_name: "digital-maturity changes",
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    this.client = client;
    let lost = false;
    const again = () => {
      if (lost) return;
      lost = true;
      this.client = null;
      const wait = WAITS[Math.min(this.failures, WAITS.length - 1)] ?? 5_000;
      if (this.failures++ === 0)
        logger().warn("What colleagues save is not told for now: its connection is away");
      if (!this.stopped) setTimeout(() => this.open(), wait).unref();
    };
    client.on("error", again);
    client.on("end", again);
    client.on("notification", ({ payload }) => this.hear(payload ?? ""));
    client
      .connect()
      .then(() => client.query(`LISTEN ${CHANNEL}`))
      .then(
        () => {
          if (this.failures > 0) this.heard.emit("missed");
          this.failures = 0;
          this.flush();
        },
        () => {
          client.end().catch(() => undefined);
          again();
        },
      );
  }

  tell(what: Change): void {
    this.open();
    this.waiting.push(what);
    this.timer ??= setTimeout(() => this.flush(), GATHER);
  }

  private flush(): void {
    this.timer = null;
    const { client } = this;
    if (!client || this.failures > 0) {
      // Nobody is kept waiting for a connection: the pages catch up once it is back.
      this.waiting = this.waiting.slice(-AT_ONCE);
      return;
    }
    while (this.waiting.length > 0) {
      const payload = JSON.stringify(this.waiting.splice(0, AT_ONCE));
      client.query("SELECT pg_notify($1, $2)", [CHANNEL, payload]).catch(() => undefined);
    }
  }

  private hear(payload: string): void {
    const read = z.array(change).safeParse(parseJson(payload));
    if (read.success) this.heard.emit("changes", read.data);
  }

  private stop(): void {
    this.stopped = true;
    this.heard.emit("stopping");
    this.client?.end().catch(() => undefined);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// Routes and the start-up are bundled apart, and the development server loads this again: the connection stays one.
const kept = globalThis as { changeChannel?: ChangeChannel };

function channel(): ChangeChannel {
  return (kept.changeChannel ??= new ChangeChannel());
}

/** Makes the connection, for a process that serves. A script that saves answers has none, and tells nobody. */
export function openChangeChannel(): void {
  channel().open();
}

/** Tells every process that an answer was saved. Never fails and never waits: what was saved is saved. */
export function tellChange(what: Change): void {
  kept.changeChannel?.tell(what);
}

export type Listener = {
  changes(list: readonly Change[]): void;
  /** Some may have gone unheard while the connection was away. */
  missed(): void;
  /** This process is about to end. */
  stopping(): void;
};

/** Hears every change from now on; returns how to stop hearing. */
export function hearChanges(listener: Listener): () => void {
  const { heard } = channel();
  const entries = Object.entries(listener) as [string, (...all: unknown[]) => void][];
  for (const [name, act] of entries) heard.on(name, act);
  channel().open();
  return () => {
    for (const [name, act] of entries) heard.off(name, act);
  };
}
