import { describe, expect, test } from "vitest";
import { capability } from "@/tests/support/capability";
import { oneEach, smallFramework } from "@/tests/support/small-framework";
import { criteriaForLevel } from "./answers";
import { safeguardsOf } from "./safeguards";
import { score } from "./score";

describe("the safeguards of a care setting", () => {
  test("only gates for that setting count, and level 3 secures them", () => {
    const recovery = capability({ id: "c01-1", gateFor: ["acute", "community"], levels: oneEach("c01-1") });
    const medicines = capability({ id: "c01-2", gateFor: ["acute"], levels: oneEach("c01-2") });
    const framework = smallFramework({ capabilities: [recovery, medicines] });
    const answers = new Map([
      ["c01-1", { criteria: criteriaForLevel(recovery, 2, ["acute"]) }],
      ["c01-2", { criteria: criteriaForLevel(medicines, 3, ["acute"]) }],
    ]);
    const inSetting = (setting: "acute" | "community") =>
      safeguardsOf(framework, setting, score(framework, setting, answers));
    expect(inSetting("acute")).toEqual([
      { capabilityId: "c01-1", level: 2, secured: false },
      { capabilityId: "c01-2", level: 3, secured: true },
    ]);
    expect(inSetting("community")).toEqual([{ capabilityId: "c01-1", level: 2, secured: false }]);
  });
});
