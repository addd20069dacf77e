import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { withConnection } from "@/scripts/database/connection";
import { makeDatabase } from "@/scripts/database/databases";
import { startEmbedded, stopEmbedded } from "@/scripts/database/embedded-server";
import { dataHome } from "@/scripts/database/place";
import { serverAccount } from "@/scripts/database/server-account";

const name = `killed-${process.pid}`;
const folder = join(dataHome(serverAccount()), name);
const kills = 20;

afterAll(async () => {
  await stopEmbedded(name);
  rmSync(folder, { recursive: true });
});

test(`the built-in database is killed ${kills} times under writing, and keeps every row it acknowledged`, async () => {
  const server = await startEmbedded(name);
  await makeDatabase(server.ownerUrl("postgres"), "kept");
  const address = server.ownerUrl("kept");
  await withConnection(address, (owner) => owner.query("CREATE TABLE kept (id int PRIMARY KEY)"));
  const acknowledged: number[] = [];
  let next = 0;

  const writeUntilKilled = () =>
    withConnection(address, async (owner) => {
      for (;;) {
        const id = next++;
        await owner.query("INSERT INTO kept VALUES ($1)", [id]);
        acknowledged.push(id);
      }
    }).catch(() => undefined);

  for (let kill = 1; kill <= kills; kill += 1) {
    const writers = [1, 2, 3, 4].map(writeUntilKilled);
    await pause(200 + Math.random() * 800);
    const [postmaster] = readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n");
    process.kill(Number(postmaster), "SIGKILL");
    await Promise.all(writers);
    await startEmbedded(name);
  }

  const rows = await withConnection(address, (owner) => owner.query<{ id: number }>("SELECT id FROM kept"));
  const kept = new Set(rows.rows.map(({ id }) => id));
  expect(acknowledged.length).toBeGreaterThan(kills);
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
});
