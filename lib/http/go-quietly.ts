import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** How often connections that fell idle are closed while this process ends, in milliseconds. */
const SWEEP = 200;

/**
 * Lets this process end under load once it is told to. Next then takes no new connection and waits for those there
 * are; but browsers and balancers keep theirs and go on asking over them. So from then on each reply closes its
 * connection, and what is idle is closed: whoever asks next is answered by another process. So is a connection that
 * nothing came over yet, as browsers make them ahead of time: Node counts it among those at work, for a minute.
 */
export function goQuietly(): void {
  let ending = false;
  const servers = new Set<Server>();
  const sockets = new Set<Socket>();
  subscribe("net.server.socket", (message) => {
    const { socket } = message as { socket: Socket };
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  subscribe("http.server.request.start", (message) => {
    const { response, server } = message as { response: ServerResponse; server: Server };
    servers.add(server);
    if (ending) response.setHeader("connection", "close");
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      ending = true;
      setInterval(() => {
        for (const server of servers) server.closeIdleConnections();
        for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
      }, SWEEP).unref();
    });
  }
}
