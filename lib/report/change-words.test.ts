import { describe, expect, it } from "vitest";
import type { RoundChange } from "./change";
import { changeSinceBriefly, changeSinceInWords } from "./change-words";

const change = (earlier: number, later: number, comparable = 50, needs = {}): RoundChange => ({
  ...{ earlier, later, by: later - earlier, comparable, of: 50, needs },
  ...{ rose: 0, fell: 0 },
});
const told = (compared: RoundChange) => changeSinceInWords("2025/26", compared).join("");
const briefly = (compared: RoundChange) => changeSinceBriefly("2025/26", compared).join("");

describe("I check in my head what a change is said to be", () => {
  it("needs one decimal where the scores are as far apart as it says", () => {
    expect(told(change(2.4, 2.6))).toBe("Up 0.2 since 2025/26");
    expect(told(change(2.4, 2.6, 34))).toContain(": 2.4 to 2.6 on those");
    expect(briefly(change(2.4, 2.6, 34))).toBe(
      "Up 0.2 since 2025/26, 2.4 to 2.6 on the 34 of 50 capabilities that compare",
    );
  });

  it("has two decimals where one would make it look wrong", () => {
    // With one decimal each of these reads as another change than it is: 0.2, 0.2 and 0.1.
    expect(briefly(change(2.36, 2.23, 34))).toContain("Down 0.1 since 2025/26, 2.36 to 2.23 on the 34 of 50");
    expect(told(change(2.36, 2.64))).toBe("Up 0.3 since 2025/26, 2.36 to 2.64");
    expect(briefly(change(2.44, 2.46))).toBe("No change since 2025/26, 2.44 to 2.46");
  });

  it("is measured against the scores as the panels show them: below what the next stage needs", () => {
    const both = { earlier: 3, later: 3 };
    // Shown as 2.9 and 2.9 in the panels.
    expect(told(change(2.9, 2.96, 50, both))).toBe("Up 0.1 since 2025/26, 2.90 to 2.96");
    expect(briefly(change(2.9, 2.996, 50, both))).toBe("Up 0.1 since 2025/26, 2.90 to 2.99");
    expect(briefly(change(2.76, 2.96, 34, both))).toContain("Up 0.2 since 2025/26, 2.76 to 2.96 on the 34");
    // 2.9 and 3.0, as it was reached since.
    expect(told(change(2.96, 3.04, 50, { earlier: 3 }))).toBe("Up 0.1 since 2025/26");
  });
});
