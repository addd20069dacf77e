import { describe, expect, test } from "vitest";
import { readFields } from "@/lib/http/read-fields";
import { signingFields } from "./signing-fields";

const wrongIn = (typed: Record<string, string>) =>
  readFields(signingFields, { id: "1", ods: "ZZA", ...typed }).error?.issues.map(({ path }) =>
    path.join("."),
  );

describe("I sign a round off", () => {
  test("I do not say in which capacity: that is all I am asked", () => {
    expect(wrongIn({})).toEqual(["capacity"]);
  });

  test("in person, nothing of a committee is asked", () => {
    expect(wrongIn({ capacity: "person" })).toBeUndefined();
  });

  test("on behalf of a committee, all that is missing is told at once", () => {
    expect(wrongIn({ capacity: "committee" })).toEqual(["committee", "on", "minuteReference"]);
    expect(wrongIn({ capacity: "committee", committee: "x".repeat(201), "on-day": "31" })).toEqual([
      "committee",
      "on",
      "minuteReference",
    ]);
  });
});
