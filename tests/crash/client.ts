import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { AppProcess } from "./app-process";

/** What became of a save, as its client saw it. `unknown`: no reply came, so it may or may not have been made. */
export type Operation = {
  trust: string;
  path: string;
  key: string;
  note: string;
  body: Record<string, unknown>;
  outcome: "invoked" | "ok" | "fail" | "unknown";
  version?: number;
};

/** Somebody who saves, again and again, and writes down what they were told. */
export class Client {
  readonly history: Operation[] = [];
  /** Replies that no fault explains: the service's own mistakes. */
  readonly surprises: string[] = [];
  private count = 0;

  constructor(
    private readonly name: string,
    private readonly trust: string,
    private readonly cookie: string,
    private readonly paths: readonly string[],
    private readonly apps: readonly AppProcess[],
  ) {}

  async saveUntil(over: () => boolean): Promise<void> {
    while (!over()) {
      const path = this.paths[Math.floor(Math.random() * this.paths.length)] ?? "";
      const app = this.apps[this.count % this.apps.length];
      const version = app && (await this.versionAt(app, path));
      if (!app || version === null || version === undefined) {
        this.count += 1;
        await pause(50);
        continue;
      }
      this.count += 1;
      const note = `${this.trust} ${this.name} ${this.count}`;
      const body = { version, level: 1 + (this.count % 5), note, confidence: null };
      const operation: Operation = {
        trust: this.trust,
        path,
        key: randomUUID(),
        note,
        body,
        outcome: "invoked",
      };
      this.history.push(operation);
      await this.send(app, operation);
    }
  }

  /** Sends what got no reply again, under its key, until each is known to be made or not. */
  async resolve(): Promise<void> {
    for (const operation of this.history.filter(({ outcome }) => outcome === "unknown")) {
      for (let attempt = 0; operation.outcome === "unknown"; attempt += 1) {
        const app = this.apps[attempt % this.apps.length];
        if (app) await this.send(app, operation);
        if (operation.outcome === "unknown") await pause(200);
        if (attempt > 150) throw new Error(`A save got no answer for half a minute: ${operation.note}`);
      }
    }
  }

  private async send(app: AppProcess, operation: Operation): Promise<void> {
    const reply = await fetch(`${app.origin}${operation.path}`, {
      method: "PUT",
      headers: {
        cookie: this.cookie,
        origin: app.origin,
        "content-type": "application/json",
        "idempotency-key": operation.key,
      },
      body: JSON.stringify(operation.body),
      signal: AbortSignal.timeout(15_000),
    }).catch(() => null);
    const text = (await reply?.text().catch(() => null)) ?? null;
    if (reply?.status === 200 && text !== null) {
      operation.outcome = "ok";
      operation.version = (JSON.parse(text) as { version: number }).version;
      return;
    }
    if (reply?.status === 409 && text !== null) {
      operation.outcome = "fail";
      return;
    }
    operation.outcome = "unknown";
    // A reply cut off half-way says nothing; a whole one that is neither is the service's own mistake.
    if (reply && text !== null && reply.status < 500) this.surprises.push(`${reply.status} ${text}`);
  }

  private async versionAt(app: AppProcess, path: string): Promise<number | null> {
    const reply = await fetch(`${app.origin}${path}`, {
      headers: { cookie: this.cookie },
      signal: AbortSignal.timeout(15_000),
    }).catch(() => null);
    if (!reply?.ok) return null;
    const answer = (await reply.json().catch(() => null)) as { version: number; note: string } | null;
    if (answer?.note && !answer.note.startsWith(this.trust))
      this.surprises.push(`another trust's: ${answer.note}`);
    return answer?.version ?? null;
  }
}
