import { expect, test } from "vitest";
import { endOfDay } from "./dates";

test("I ask for a day and get all of it, by the clock in London, in winter and in summer", () => {
  expect(endOfDay("2026-11-20").toISOString()).toBe("2026-11-21T00:00:00.000Z");
  expect(endOfDay("2026-07-01").toISOString()).toBe("2026-07-01T23:00:00.000Z");
  // The clocks change during these days.
  expect(endOfDay("2026-03-29").toISOString()).toBe("2026-03-29T23:00:00.000Z");
  expect(endOfDay("2026-10-25").toISOString()).toBe("2026-10-26T00:00:00.000Z");
});
