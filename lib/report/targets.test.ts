import { describe, expect, it } from "vitest";
import { targetsIn } from "./targets";

const target = (capabilityId: string, scope: string, level: number) => ({
  capabilityId,
  scope,
  level,
  by: null,
  reason: "Agreed by the digital board",
});

describe("Each care setting sees the targets that hold for it", () => {
  it("takes the trust's target, unless the setting has one of its own, in whatever order they come", () => {
    const rows = [
      target("c01-1", "acute", 5),
      target("c01-1", "organisation", 3),
      target("c01-2", "community", 4),
    ];
    expect(targetsIn("acute", rows).get("c01-1")?.level).toBe(5);
    expect(targetsIn("community", rows).get("c01-1")?.level).toBe(3);
    expect(targetsIn("acute", rows).has("c01-2")).toBe(false);
  });
});
