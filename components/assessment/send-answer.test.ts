import { afterEach, expect, test, vi } from "vitest";
import { sendAnswer } from "./send-answer";

afterEach(() => vi.unstubAllGlobals());

function replying(status: number, body: unknown = {}) {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json(body, { status })));
  return sendAnswer("/api/answer", { level: 2 }, 0, "key");
}

test.each([500, 502, 503, 504])(
  "a service in trouble (%i) means trying again, never that it is saved",
  async (status) => {
    expect(await replying(status)).toEqual({ kind: "unreachable" });
  },
);

test("what was refused is told in the service's own words", async () => {
  const body = {
    title: "The answer was not saved",
    errors: [{ path: "/note", message: "The note is too long." }],
  };
  expect(await replying(400, body)).toEqual({ kind: "invalid", messages: ["The note is too long."] });
});
