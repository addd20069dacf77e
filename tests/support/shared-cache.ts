import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Served } from "./served";

export type SharedCache = {
  /** Asks through the cache, as somebody behind the same proxy does. */
  ask(
    path: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; text: string; hit: boolean }>;
  /** The addresses it has kept. */
  kept(): string[];
  stop(): Promise<void>;
};

type Kept = { status: number; body: Buffer };

/**
 * A cache that several people share, in front of the service: it keeps each reply to a GET under its address alone,
 * unless the reply says that it must not (RFC 9111, 3). As greedy as one may be: what says nothing is kept.
 */
export async function sharedCache(served: Served): Promise<SharedCache> {
  const replies = new Map<string, Kept>();
  const server = createServer((request, response) => {
    void pass(served, replies, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ask: async (path, headers = {}) => {
      const reply = await fetch(`http://127.0.0.1:${port}${path}`, { headers, redirect: "manual" });
      return { status: reply.status, text: await reply.text(), hit: reply.headers.get("x-cache") === "hit" };
    },
    kept: () => [...replies.keys()],
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function pass(
  served: Served,
  replies: Map<string, Kept>,
  { url = "/", headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const known = replies.get(url);
  if (known) {
    response.writeHead(known.status, { "x-cache": "hit" }).end(known.body);
    return;
  }
  const { cookie } = headers;
  const reply = await served.ask(url, { headers: cookie ? { cookie } : {} });
  const body = Buffer.from(await reply.arrayBuffer());
  const mayKeep = !/no-store|private|no-cache/.test(reply.headers.get("cache-control") ?? "");
  if (mayKeep) replies.set(url, { status: reply.status, body });
  response.writeHead(reply.status, { "x-cache": "miss" }).end(body);
}
