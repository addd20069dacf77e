import { describe, expect, it } from "vitest";
import { networkOf } from "./client-network";

const from = (socket: string, forwarded?: string) =>
  new Headers({ "x-socket-address": socket, ...(forwarded && { "x-forwarded-for": forwarded }) });

describe("somebody tries passwords, and changes how they look from afar", () => {
  it("by other spellings of one address", () => {
    for (const spelling of [
      "2001:db8:1:2::1",
      "2001:DB8:1:2:0:0:0:1",
      "2001:0db8:0001:0002::ffff",
      "[2001:db8:1:2::1]:443",
    ]) {
      expect(networkOf(from(spelling), 0)).toBe("2001:db8:1:2::/64");
    }
    expect(networkOf(from("::ffff:192.0.2.7"), 0)).toBe("192.0.2.7");
    expect(networkOf(from("::ffff:c000:207"), 0)).toBe("192.0.2.7");
  });

  it("by going round the addresses of their own IPv6 network", () => {
    const seen = Array.from({ length: 50 }, (_, at) => networkOf(from(`2001:db8:1:2:${at}:9:8:${at}`), 0));
    expect(new Set(seen).size).toBe(1);
    expect(networkOf(from("2001:db8:1:3::1"), 0)).not.toBe(seen[0]);
  });

  it("by saying that they come from elsewhere", () => {
    expect(networkOf(from("192.0.2.7", "203.0.113.9"), 0)).toBe("192.0.2.7");
    expect(networkOf(from("10.0.0.1", "203.0.113.9, 192.0.2.7"), 1)).toBe("192.0.2.7");
    expect(networkOf(from("10.0.0.1", "203.0.113.9, 192.0.2.7, 10.0.0.2"), 2)).toBe("192.0.2.7");
  });
});

describe("behind proxies", () => {
  it("each entry from the right is one proxy's word; with fewer of them the connection counts", () => {
    expect(networkOf(from("10.0.0.1", "192.0.2.7:50123"), 1)).toBe("192.0.2.7");
    expect(networkOf(from("10.0.0.1"), 1)).toBe("10.0.0.1");
    expect(networkOf(from("10.0.0.1", "192.0.2.7"), 3)).toBe("10.0.0.1");
  });

  it.each(["", "nonsense", "999.1.1.1", "::g", "' OR 1=1"])(
    "what is no address is not believed: %j",
    (entry) => {
      expect(networkOf(from("10.0.0.1", entry), 1)).toBe("10.0.0.1");
      expect(networkOf(from(entry), 0)).toBe("unknown");
    },
  );
});
