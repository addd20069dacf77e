import { expect, test } from "vitest";
import { versionMatched, versionTag } from "./etag";

test.each([0, 1, 42])("the tag of version %i names that version again", (version) => {
  expect(versionMatched(versionTag(version))).toBe(version);
});

test("a save that says nothing of what was read", () => {
  expect(versionMatched(null)).toBeNull();
});

test.each(["", "*", "3", '"3", "4"', 'W/"3"', '"-1"', '"03"', '"3.5"', '"1e9"', '"x"', '"9999999999"'])(
  "a save that says it in a way that could mean two things: %j",
  (header) => {
    expect(versionMatched(header)).toBe("unreadable");
  },
);
