import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { changesApiPath } from "@/lib/http/addresses";
import type { Row } from "./report";
import type { Saver } from "./service";
import { plain, type Setting } from "./setting";

const saves = 40;

/** 50 people look at one assessment while one after the other saves: how long until all of them have heard. */
export async function measureLive({ product }: Setting, savers: readonly Saver[]): Promise<Row[]> {
  const [first] = savers;
  const assessmentId = first?.path.split("/")[3];
  if (!assessmentId) throw new Error("Nobody saves in this run.");
  const left = new AbortController();
  const heard = new Map<string, number>();
  await Promise.all(
    savers.map(({ cookie }) =>
      listen(`${product}${changesApiPath(assessmentId)}`, cookie, left.signal, (key) => {
        heard.set(key, (heard.get(key) ?? 0) + 1);
      }),
    ),
  );
  const waits: number[] = [];
  for (let turn = 0; turn < saves; turn += 1) {
    const saver = savers[turn % savers.length];
    if (saver) waits.push(await untilHeard(product, saver, savers.length, heard));
  }
  left.abort();
  waits.sort((one, other) => one - other);
  const [half = Infinity, most = Infinity] = [0.5, 0.95].map(
    (share) => waits[Math.floor(waits.length * share)],
  );
  return [
    {
      what: `A save reaches all of ${savers.length} others who look on`,
      product: `${plain(half)} ms, p95 ${plain(most)} ms`,
      reference: "–",
      ratio: "–",
      reach: "under 1 s",
      met: most < 1000,
    },
  ];
}

/** Milliseconds from the reply to a save until every listener has heard of it. */
async function untilHeard(
  product: string,
  saver: Saver,
  listeners: number,
  heard: ReadonlyMap<string, number>,
): Promise<number> {
  const address = `${product}${saver.path}`;
  const current = (await (await fetch(address, { headers: { cookie: saver.cookie } })).json()) as {
    version: number;
  };
  const reply = await fetch(address, {
    method: "PUT",
    headers: {
      cookie: saver.cookie,
      origin: product,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
    },
    body: JSON.stringify({ version: current.version, ...saver.content }),
  });
  if (!reply.ok) throw new Error(`A save was answered with ${reply.status}.`);
  const saved = performance.now();
  const [capability, scope] = saver.path.split("/").slice(-2);
  const key = `${capability}/${scope}/${current.version + 1}`;
  while ((heard.get(key) ?? 0) < listeners) {
    if (performance.now() - saved > 10_000) return Infinity;
    await pause(1);
  }
  return performance.now() - saved;
}

async function listen(
  address: string,
  cookie: string,
  left: AbortSignal,
  tell: (key: string) => void,
): Promise<void> {
  const reply = await fetch(address, { headers: { cookie }, signal: left });
  if (!reply.ok || !reply.body) throw new Error(`The stream was answered with ${reply.status}.`);
  const read = async (body: AsyncIterable<Uint8Array>) => {
    const decoder = new TextDecoder();
    let text = "";
    for await (const chunk of body) {
      const events = (text + decoder.decode(chunk, { stream: true })).split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) {
        const data = /^event: saved\ndata: (.*)$/.exec(event)?.[1];
        if (!data) continue;
        const { capabilityId, scope, version } = JSON.parse(data) as Record<string, string | number>;
        tell(`${capabilityId}/${scope}/${version}`);
      }
    }
  };
  read(reply.body).catch(() => undefined);
}
