import { describe, expect, it } from "vitest";
import { findCapability } from "@/lib/framework/find";
import { smallFramework } from "@/tests/support/small-framework";
import { storedAnswer } from "@/tests/support/stored-answer";
import { servingAnswers, servingScope } from "./serving-answers";

const framework = smallFramework();
const trustWide = findCapability(framework, "c01-1")!;
const perSetting = findCapability(framework, "c01-2")!;

describe("“Show me the answer this number comes from”", () => {
  it("leads to the trust's answer where one answer serves all settings", () => {
    const serving = servingAnswers("acute", [storedAnswer("c01-1", "organisation")]);
    expect(servingScope(trustWide, "acute", serving)).toBe("organisation");
  });

  it("leads to the setting's own answer where it differs here, whichever was saved first", () => {
    const rows = [storedAnswer("c01-1", "acute"), storedAnswer("c01-1", "organisation")];
    for (const inOrder of [rows, [...rows].reverse()]) {
      const serving = servingAnswers("acute", inOrder);
      expect(servingScope(trustWide, "acute", serving)).toBe("acute");
      expect(serving.get("c01-1")?.scope).toBe("acute");
    }
    expect(servingScope(trustWide, "community", servingAnswers("community", rows))).toBe("organisation");
  });

  it("leads back to the trust's answer once the difference was taken back", () => {
    const rows = [storedAnswer("c01-1", "acute", { withdrawn: true }), storedAnswer("c01-1", "organisation")];
    expect(servingScope(trustWide, "acute", servingAnswers("acute", rows))).toBe("organisation");
  });

  it("leads to where an answer is still to be given", () => {
    expect(servingScope(trustWide, "acute", new Map())).toBe("organisation");
    expect(servingScope(perSetting, "acute", new Map())).toBe("acute");
  });
});
