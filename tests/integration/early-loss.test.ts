import { expect, test } from "vitest";
import { Connection } from "@/lib/first-words";

test("a connection that is lost before anybody listens to it does not end the process", () => {
  const connection = new Connection({ connectionString: "postgresql://nobody@localhost:1/nowhere" });
  expect(() => connection.emit("error", new Error("terminating connection"))).not.toThrow();
});
