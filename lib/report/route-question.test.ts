import { describe, expect, it } from "vitest";
import { capabilitiesOf } from "@/lib/framework/find";
import { workedExample } from "@/tests/support/framework";
import { askedRoute, routeSearch, withoutCondition, type SearchParams } from "./route-question";

const capabilities = capabilitiesOf(workedExample());
const asked = (params: SearchParams) => askedRoute(params, { stages: [3, 4, 5], capabilities });

describe("A digital lead asks for the shortest way", () => {
  it("means the next stage when nothing is said", () => {
    expect(asked({}).question).toMatchObject({ toStage: 3, toOverall: null });
    expect(asked({}).errors).toEqual([]);
  });

  it("can ask for a stage, a score, or both", () => {
    expect(asked({ stage: "4" }).question).toMatchObject({ toStage: 4, toOverall: null });
    expect(asked({ stage: "", overall: "3.2" }).question).toMatchObject({ toStage: null, toOverall: "3.2" });
    expect(asked({ stage: "3", overall: "3.2" }).question).toMatchObject({ toStage: 3, toOverall: "3.2" });
  });

  it("adds a condition from the form to those in the address", () => {
    const { question, errors } = asked({
      pin: ["a1=3"],
      addPin: "b1",
      addPinLevel: "4",
      exclude: "b2",
      addExclude: "b3",
    });
    expect(errors).toEqual([]);
    expect([...question.pins]).toEqual([
      ["a1", 3],
      ["b1", 4],
    ]);
    expect([...question.exclude]).toEqual(["b2", "b3"]);
  });

  it("takes a condition away again", () => {
    const { question } = asked({ stage: "4", pin: "a1=3", exclude: "b2" });
    expect(routeSearch(withoutCondition(question, "a1"))).toBe("?stage=4&exclude=b2");
    expect(routeSearch(withoutCondition(question, "b2"))).toBe("?stage=4&pin=a1%3D3");
  });

  it("finds the same question again at the address it writes", () => {
    const { question } = asked({ stage: "4", overall: "3.25", pin: ["a1=3", "b1=5"], exclude: ["b2"] });
    const search = new URLSearchParams(routeSearch(question));
    const again = asked({
      stage: search.get("stage") ?? undefined,
      overall: search.get("overall") ?? undefined,
      pin: search.getAll("pin"),
      exclude: search.getAll("exclude"),
    });
    expect(again).toMatchObject({ question, errors: [] });
  });

  it("gives back what was chosen when something else is wrong", () => {
    const { typed } = asked({ overall: "six", addPin: "a1", addPinLevel: "3", addExclude: "b1" });
    expect(typed).toEqual({ overall: "six", pin: "a1", pinLevel: "3", exclude: "b1" });
    expect(asked({ addPin: "a1", addPinLevel: "3" }).typed.pin).toBe("");
  });

  it.each([
    [{ overall: "six" }, "Enter an overall score from 1 to 5, like 3.2"],
    [{ overall: "5.1" }, "Enter an overall score from 1 to 5, like 3.2"],
    [{ overall: "0" }, "Enter an overall score from 1 to 5, like 3.2"],
    [{ stage: "9" }, "Choose a stage from the list"],
    [{ pin: "unknown=3" }, "Choose a capability and the level it must reach"],
    [{ pin: "a1=9" }, "Choose a capability and the level it must reach"],
    [{ addPin: "a1", addPinLevel: "" }, "Choose a capability and the level it must reach"],
    [{ exclude: "__proto__" }, "Choose a capability from the list"],
    [{ pin: "a1=3", exclude: "a1" }, "a1 Capability a1 cannot both reach a level and be left as it is"],
  ])("says what is wrong with %j", (params, text) => {
    expect(asked(params).errors.map((error) => error.text)).toEqual([text]);
  });
});
