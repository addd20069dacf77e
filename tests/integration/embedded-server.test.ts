import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { withConnection } from "@/scripts/database/connection";
import {
  type EmbeddedServer,
  hasDied,
  startEmbedded,
  stopEmbedded,
} from "@/scripts/database/embedded-server";
import { dataHome } from "@/scripts/database/place";
import { serverAccount } from "@/scripts/database/server-account";

const name = `trial-${process.pid}`;
const folder = join(dataHome(serverAccount()), name);

afterEach(async () => {
  await stopEmbedded(name);
  rmSync(folder, { recursive: true });
});

function ask(server: EmbeddedServer, sql: string): Promise<Record<string, unknown>[]> {
  return withConnection(server.ownerUrl("postgres"), async (owner) => (await owner.query(sql)).rows);
}

describe("the built-in database", () => {
  test("listens on the loopback interface alone, keeps what it acknowledged, and its owner is no superuser", async () => {
    const server = await startEmbedded(name);
    const [facts] = await ask(
      server,
      `SELECT current_setting('listen_addresses') AS listens, current_setting('fsync') AS fsync,
              current_setting('synchronous_commit') AS synchronous, rolsuper OR rolbypassrls AS powerful
         FROM pg_roles WHERE rolname = current_user`,
    );
    expect(facts).toEqual({ listens: "127.0.0.1", fsync: "on", synchronous: "on", powerful: false });
  });

  test.each(["SIGKILL", "SIGQUIT"])("comes back on the same port with every row after %s", async (signal) => {
    const server = await startEmbedded(name);
    await ask(server, "CREATE DATABASE kept");
    const kept = server.ownerUrl("kept");
    await withConnection(kept, (owner) => owner.query("CREATE TABLE row AS SELECT 1 AS id"));

    const [postmaster] = readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n");
    process.kill(Number(postmaster), signal);
    await expect.poll(() => hasDied(name)).toBe(true);

    const again = await startEmbedded(name);
    expect(again.port).toBe(server.port);
    const { rows } = await withConnection(kept, (owner) => owner.query("SELECT id FROM row"));
    expect(rows).toEqual([{ id: 1 }]);
  });

  test("started twice is one server, and stops with its last user", async () => {
    const first = await startEmbedded(name);
    const second = await startEmbedded(name);
    expect(second.port).toBe(first.port);

    await first.release();
    expect(await ask(second, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await second.release();
    await expect(ask(first, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
    expect(hasDied(name)).toBe(false);
  });
});
