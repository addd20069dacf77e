import { expect, test } from "vitest";
import { endOfDay, momentInWords } from "./dates";

test("I ask for a day and get all of it, by the clock in London, in winter and in summer", () => {
  expect(endOfDay("2026-11-20").toISOString()).toBe("2026-11-21T00:00:00.000Z");
  expect(endOfDay("2026-07-01").toISOString()).toBe("2026-07-01T23:00:00.000Z");
  // The clocks change during these days.
  expect(endOfDay("2026-03-29").toISOString()).toBe("2026-03-29T23:00:00.000Z");
  expect(endOfDay("2026-10-25").toISOString()).toBe("2026-10-26T00:00:00.000Z");
});

test("I read when something happened, by the clock in London, at midnight and noon as well", () => {
  const moments = ["2026-11-23T00:16:00Z", "2026-11-23T12:05:00Z", "2026-07-01T12:30:00Z"];
  expect(moments.map((moment) => momentInWords(new Date(moment)))).toEqual([
    "23 November 2026 at 12:16am",
    "23 November 2026 at 12:05pm",
    "1 July 2026 at 1:30pm",
  ]);
});
