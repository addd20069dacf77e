import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Request } from "autocannon";
import { alternate, load, type Load } from "./load";
import type { Row } from "./report";
import type { Saver } from "./service";
import { plain, type Setting, times } from "./setting";

/** 50 people saving 50 capabilities, beside the bare references. */
export async function measureSaving(setting: Setting, savers: readonly Saver[]): Promise<Row[]> {
  const { product, reference, bare, rounds, seconds } = setting;
  const readers = { readers: savers.length, seconds };
  const measured = await alternate(rounds, {
    save: () => loadOfSaves(product, savers, seconds),
    prisma: () => load(reference, readers, (connection) => savingBare("/save", connection, savers)),
    hand: () => load(reference, readers, (connection) => savingBare("/save-by-hand", connection, savers)),
    bare: () => load(bare, readers, () => ({ path: "/" })),
  });
  const { save, prisma, hand } = measured;
  const inAll = (what: string, figure: typeof save) =>
    `${plain(figure.perSecond)} /s, p95 ${plain(figure.p95)} ms${what}`;
  const throughput = save.perSecond / prisma.perSecond;
  const lateness = save.p95 / prisma.p95;
  return [
    {
      what: "Saving, 50 people at once: throughput",
      product: `${plain(save.perSecond)} /s`,
      reference: `${plain(prisma.perSecond)} /s (find + upsert, Prisma)`,
      ratio: times(throughput),
      reach: "at least 0.6×",
      met: throughput >= 0.6,
    },
    {
      what: "Saving, 50 people at once: p95",
      product: `${plain(save.p95)} ms`,
      reference: `${plain(prisma.p95)} ms (find + upsert, Prisma)`,
      ratio: times(lateness),
      reach: "at most 2×",
      met: lateness <= 2,
    },
    {
      what: "Saving, beside find + upsert written by hand",
      product: inAll("", save),
      reference: inAll(" (pg)", hand),
      ratio: times(save.perSecond / hand.perSecond),
      reach: "–",
      met: null,
    },
    {
      what: "Saving, beside a bare server with one query",
      product: inAll("", save),
      reference: inAll(" (node:http, pg)", measured.bare),
      ratio: times(save.perSecond / measured.bare.perSecond),
      reach: "–",
      met: null,
    },
  ];
}

/** Everybody saves at once, each over and over, for some seconds. */
export async function loadOfSaves(origin: string, savers: readonly Saver[], seconds: number): Promise<Load> {
  await readVersions(origin, savers);
  const readers = { readers: savers.length, seconds };
  return load(origin, readers, (connection) => saving(origin, savers[connection % savers.length]));
}

/** The replies to the last saves of a round were lost when its connections were closed. */
async function readVersions(origin: string, savers: readonly Saver[]): Promise<void> {
  await pause(500);
  for (const saver of savers) {
    const response = await fetch(origin + saver.path, { headers: { cookie: saver.cookie } });
    saver.version = ((await response.json()) as { version: number }).version;
  }
}

/** Each save is made against the version the last reply gave, under a key of its own. */
function saving(origin: string, saver: Saver | undefined): Request {
  if (!saver) throw new Error("There is nobody to save.");
  return {
    setupRequest: (request) => ({
      ...request,
      method: "PUT",
      path: saver.path,
      headers: {
        origin,
        cookie: saver.cookie,
        "content-type": "application/json",
        "sec-fetch-site": "same-origin",
        "idempotency-key": randomUUID(),
      },
      body: JSON.stringify({ version: saver.version, ...saver.content }),
    }),
    onResponse: (status, body) => {
      if (status === 200) saver.version = (JSON.parse(body) as { version: number }).version;
    },
  };
}

function savingBare(path: string, connection: number, savers: readonly Saver[]): Request {
  let version = 1;
  const content = savers[connection % savers.length]?.content;
  return {
    setupRequest: (request) => ({
      ...request,
      method: "PUT",
      path,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id: `answer-${connection % savers.length}`, version, ...content }),
    }),
    onResponse: (_status, body) => {
      version = (JSON.parse(body) as { version: number }).version;
    },
  };
}
