import { describe, expect, it } from "vitest";
import { isDemoHost } from "./demo-host";

describe("the demo on my laptop is mine to open and no website's", () => {
  it.each(["localhost", "localhost:3000", "LOCALHOST:3001", "127.0.0.1", "127.0.0.1:3000"])("%s", (host) => {
    expect(isDemoHost(host)).toBe(true);
  });

  it.each([
    null,
    "",
    "evil.example",
    "evil.example:3000",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "evil-localhost",
    "localhost:3000.evil.example",
    "localhost@evil.example",
    "127.0.0.2",
    "0.0.0.0:3000",
    "[::1]:3000",
    "localhost\n",
  ])("not by %j", (host) => {
    expect(isDemoHost(host)).toBe(false);
  });
});
