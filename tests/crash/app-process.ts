import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { checkout } from "@/scripts/database/place";

/** One process of the service, on a port of its own. */
export class AppProcess {
  readonly origin: string;
  private child: ChildProcess | null = null;

  constructor(
    private readonly port: number,
    private readonly databaseUrl: string,
  ) {
    this.origin = `http://localhost:${port}`;
  }

  /** Starts it and waits until it reaches its database. */
  async start(): Promise<void> {
    const next = join(checkout, "node_modules", "next", "dist", "bin", "next");
    this.child = spawn(process.execPath, [next, "start", "-H", "127.0.0.1", "-p", `${this.port}`], {
      cwd: checkout,
      env: {
        ...process.env,
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        HOST: "127.0.0.1",
        PORT: `${this.port}`,
        APP_ORIGIN: this.origin,
        AUTH_SECRET: "only-for-tests-only-for-tests-only",
        DATABASE_URL: this.databaseUrl,
        LOG_LEVEL: "silent",
      },
      stdio: "ignore",
    });
    const deadline = Date.now() + 90_000;
    while (Date.now() < deadline) {
      const reply = await fetch(`${this.origin}/api/health/ready`).catch(() => null);
      if (reply?.ok) return;
      await pause(100);
    }
    throw new Error("A process of the service did not become ready within 90 seconds.");
  }

  kill(): Promise<unknown> {
    return this.end("SIGKILL");
  }

  /** Ends it as a deployment does: it answers what it has begun, then goes. */
  stop(): Promise<unknown> {
    return this.end("SIGTERM");
  }

  private async end(signal: NodeJS.Signals): Promise<unknown> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return null;
    const ended = once(child, "exit");
    child.kill(signal);
    return (await ended)[0];
  }
}
