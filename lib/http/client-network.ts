import { isIP, isIPv4 } from "node:net";
import { SOCKET_HEADER } from "./socket-address";

/**
 * The network a request comes from, for counting tries: an IPv4 address, or the first 64 bits of an IPv6 one, since
 * whoever has one address there has them all. One spelling for each; "unknown" where there is no address.
 *
 * The address is the one of the connection itself. `proxies` says how many proxies of one's own stand before the
 * service, each of which adds to `X-Forwarded-For` whom it was asked by: only so many entries, from the right, are
 * believed, and whatever a client wrote further left is not read.
 */
export function networkOf(headers: Headers, proxies: number): string {
  const socket = headers.get(SOCKET_HEADER) ?? "";
  const forwarded = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  const address = proxies > 0 ? (forwarded.at(-proxies) ?? socket) : socket;
  return networkIn(address) ?? networkIn(socket) ?? "unknown";
}

function networkIn(written: string): string | null {
  // "[2001:db8::1]:443", "192.0.2.1:443" and "fe80::1%eth0" are ways proxies write.
  const bare = written.replace(/^\[([^\]]*)\](:\d+)?$/, "$1").replace(/%.*$/, "");
  const address = /^\d+\.\d+\.\d+\.\d+:\d+$/.test(bare) ? bare.slice(0, bare.lastIndexOf(":")) : bare;
  if (isIPv4(address)) return address;
  if (isIP(address) !== 6) return null;
  const groups = groupsOf(address);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join(".");
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

/** The eight groups of a valid IPv6 address, however it was shortened. */
function groupsOf(address: string): number[] {
  const [left = "", right] = address.split("::");
  const before = groupsIn(left);
  if (right === undefined) return before;
  const after = groupsIn(right);
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}

function groupsIn(text: string): number[] {
  if (!text) return [];
  return text.split(":").flatMap((group) => {
    if (!group.includes(".")) return [parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split(".").map(Number);
    return [(a << 8) | b, (c << 8) | d];
  });
}
