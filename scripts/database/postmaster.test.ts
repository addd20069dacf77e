import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort, takesConnections } from "./postmaster";

test("a server that was just killed is not taken for one that can be used, though it left its note", async () => {
  const port = await freePort();
  expect(await takesConnections(port)).toBe(false);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  expect(await takesConnections(port)).toBe(true);
  await new Promise((resolve) => server.close(resolve));
  expect(await takesConnections(port)).toBe(false);
});
