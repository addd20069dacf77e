import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** The header in which a request carries the address of its connection. What a client sends in it is overwritten. */
export const SOCKET_HEADER = "x-socket-address";

/**
 * Writes the address of its connection into every request before anything reads it. Next keeps `X-Forwarded-For` as
 * the client sent it and hands pages no connection; Node tells of each request first, here.
 */
export function noteSocketAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[SOCKET_HEADER] = request.socket.remoteAddress ?? "";
  });
}
