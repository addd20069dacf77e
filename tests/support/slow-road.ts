import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** A way to a database server that can be made slow or blocked, as networks are. */
export type SlowRoad = {
  /** The address of the database by this way. */
  url: string;
  /** Each answer takes this much longer from now on, in milliseconds. */
  delay(milliseconds: number): void;
  /** Nothing comes through any more, in either direction; nobody is told. */
  block(): void;
  /** What was held up goes on, and nothing is slow any more. */
  clear(): void;
  close(): Promise<void>;
};

/** Opens such a way to the database at `url`. */
export async function slowRoadTo(url: string): Promise<SlowRoad> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let late = 0;
  let blocked: Promise<void> | null = null;
  let unblock = () => {};

  /** Passes on what `from` says, in order; its end as well. */
  const carry = (from: Socket, to: Socket, slow: boolean) => {
    let road: Promise<unknown> = Promise.resolve();
    const next = (act: () => unknown) => {
      road = road.then(async () => {
        await blocked;
        if (slow && late > 0) await pause(late);
        await blocked;
        if (!to.destroyed) act();
      });
    };
    from.on("data", (chunk) => next(() => to.write(chunk)));
    from.on("close", () => next(() => to.destroy()));
    from.on("error", () => undefined);
    sockets.add(from);
  };
  const server = createServer((client) => {
    const there = connect(Number(target.port || 5432), target.hostname);
    carry(client, there, false);
    carry(there, client, true);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const road = new URL(url);
  road.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clear = () => {
    late = 0;
    blocked = null;
    unblock();
  };
  return {
    url: road.href,
    delay: (milliseconds) => void (late = milliseconds),
    block: () => void (blocked ??= new Promise((resolve) => (unblock = resolve))),
    clear,
    close: async () => {
      clear();
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
