// Measures what the product promises about speed, beside reference points in the same run: `npm run bench`.
import { disconnect } from "@/lib/db";
import { appRole, letAppRoleIn } from "@/scripts/database/app-role";
import { withConnection } from "@/scripts/database/connection";
import { dropDatabase, makeDatabase } from "@/scripts/database/databases";
import { startEmbedded } from "@/scripts/database/embedded-server";
import { freePortFrom } from "@/scripts/database/postmaster";
import { prepareDemo } from "@/scripts/demo/prepare-demo";
import { startService } from "@/scripts/demo/service";
import { failPlainly } from "@/scripts/fail-plainly";
import { putAway, whenEnding } from "@/scripts/put-away";
import { build, isBuilt } from "@/scripts/steps/build.mjs";
import { measureEngine } from "./engine";
import { measureExports } from "./exports";
import { measureHistory } from "./history";
import { measureLive } from "./live";
import { measureWeight } from "./page-weight";
import { measurePages } from "./pages";
import { measurePortfolio } from "./portfolio";
import { measureProcesses } from "./processes";
import { buildReference, makeReferenceTable, startBare, startReference, stop } from "./reference-service";
import { type Row, tableOf, writeReport } from "./report";
import { measureSaving } from "./saving";
import { measureSecondStart } from "./second-start";
import { prepareSubjects } from "./service";
import type { Setting } from "./setting";

/** Names of measures to take alone; all of them where none is named. */
const asked = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const short = process.argv.includes("--short");
const length = short ? { rounds: 1, seconds: 4 } : { rounds: 3, seconds: 6 };
const people = 50;

await failPlainly(async () => {
  try {
    const rows = await measure();
    console.log(`\n${tableOf(rows)}\n`);
    if (!short && asked.length === 0) writeReport(rows, length);
  } finally {
    await putAway();
  }
});

async function measure(): Promise<Row[]> {
  await buildBoth();
  const { addresses, setting } = await serveAll();
  const subjects = await prepareSubjects(addresses, people);
  console.log("Measuring. Leave the machine alone meanwhile.");
  const measures: Record<string, () => Promise<Row[]>> = {
    exports: () => measureExports(setting, subjects),
    saving: () => measureSaving(setting, subjects.savers),
    live: () => measureLive(setting, subjects.savers),
    pages: () => measurePages(setting, subjects),
    portfolio: () => measurePortfolio(setting, subjects),
    processes: () => measureProcesses(setting, subjects),
    weight: () => measureWeight(setting, subjects),
    engine: measureEngine,
    demo: measureSecondStart,
    history: () => measureHistory(setting, subjects),
  };
  const rows: Row[] = [];
  for (const [name, act] of Object.entries(measures)) {
    if (asked.length === 0 || asked.includes(name)) rows.push(...(await act()));
  }
  return rows;
}

async function buildBoth(): Promise<void> {
  if (!isBuilt()) {
    console.log("Building the service.");
    const { status, printed } = await build();
    if (status !== 0) throw new Error(`${printed}\nThe build failed.`);
  }
  await buildReference();
}

/** The product on a copy of the filled demonstration, and the references on a database with one table. */
async function serveAll(): Promise<{ addresses: string; setting: Setting }> {
  const server = await startEmbedded("bench");
  whenEnding(server.release);
  const maintenance = server.ownerUrl("postgres");
  const [product, scratch] = [`bench_${process.pid}`, `bench_${process.pid}_reference`];
  for (const name of [product, scratch]) whenEnding(() => dropDatabase(maintenance, name));
  process.env.AUTH_SECRET = server.cookieSecret;
  await prepareDemo(server, "bench_demo", console.log);
  await disconnect();
  await makeDatabase(maintenance, product, "bench_demo");
  // Who may enter a database is not copied with it.
  await withConnection(server.ownerUrl(product), letAppRoleIn);
  await makeDatabase(maintenance, scratch);
  await makeReferenceTable(server.ownerUrl(scratch), appRole);

  const ports: number[] = [];
  for (let from = 4600; ports.length < 4; from = (ports.at(-1) ?? from) + 1)
    ports.push(await freePortFrom(from));
  const [productPort = 0, referencePort = 0, barePort = 0, usualPort = 0] = ports;
  const startProduct = async (port: number, processes: string) => {
    const origin = `http://127.0.0.1:${port}`;
    const service = await startService("start", port, {
      DATABASE_URL: server.appUrl(product),
      DEMO: "1",
      APP_ORIGIN: origin,
      AUTH_SECRET: server.cookieSecret,
      LOG_LEVEL: "warn",
      WEB_CONCURRENCY: processes,
    });
    whenEnding(service.stop);
    return { origin, stop: service.stop };
  };
  // One process, as the references are.
  const { origin } = await startProduct(productPort, "1");
  const reference = await startReference(referencePort, server.appUrl(scratch));
  whenEnding(() => stop(reference));
  const bare = await startBare(barePort, server.appUrl(scratch));
  whenEnding(() => stop(bare));
  return {
    addresses: server.appUrl(product),
    setting: {
      product: origin,
      reference: `http://127.0.0.1:${referencePort}`,
      bare: `http://127.0.0.1:${barePort}`,
      startAsUsual: () => startProduct(usualPort, ""),
      ownerUrl: server.ownerUrl(product),
      ...length,
    },
  };
}
