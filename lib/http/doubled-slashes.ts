import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { filePolicy } from "./content-security-policy";
import { headersForAll } from "./headers-for-all";

/** What Next looks for in an address, before its query. */
const doubled = /^[^?]*(\\|\/\/)/;

/**
 * Gives our headers to the redirect that Next answers by itself, ahead of its own list of headers and of the proxy,
 * where an address has two slashes in a row or a backslash. Node tells of each request first, here.
 */
export function guardDoubledSlashes(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (!doubled.test(request.url ?? "")) return;
    for (const { key, value } of headersForAll) response.setHeader(key, value);
    response.setHeader("Content-Security-Policy", filePolicy);
    response.setHeader("Cache-Control", "private, no-store");
  });
}
