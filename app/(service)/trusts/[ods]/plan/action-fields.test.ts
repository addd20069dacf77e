import { expect, it } from "vitest";
import { newActionFields } from "./action-fields";
import { benefitFields, costFields } from "./[action]/line-fields";

const problemsOf = (
  schema: typeof newActionFields | typeof costFields | typeof benefitFields,
  typed: object,
) => [...new Set(schema.safeParse(typed).error?.issues.map(({ path }) => path.join()))];

it("an action with several things wrong says all of them at once", () => {
  const typed = {
    ods: "ZZA",
    "starts-day": "31",
    "starts-month": "2",
    "starts-year": "2027",
    risk: "It slips",
  };
  expect(problemsOf(newActionFields, { ...typed, optimism: "a lot" })).toEqual([
    ...["title", "ownerTitle", "phase", "starts", "due", "optimism", "likelihood", "impact"],
  ]);
});

it("a cost and a benefit too, without asking how much of what nobody chose", () => {
  const line = { ods: "ZZA", id: "1", version: "1", line: "new" };
  expect(problemsOf(costFields, { ...line, pounds: "-5", source: "The ICB" })).toEqual([
    ...["description", "assumption", "kind", "fundingType", "fromYear", "pounds"],
  ]);
  expect(problemsOf(benefitFields, { ...line, years: "0" })).toEqual([
    ...["description", "assumption", "kind", "unit", "fromYear", "years"],
  ]);
});

it("what is whole is read as it was typed", () => {
  const typed = {
    ods: "ZZA",
    title: " Train staff ",
    ownerTitle: "Director of people",
    phase: "2",
    "due-day": "31",
    "due-month": "3",
    "due-year": "2028",
    risk: "It slips",
    likelihood: "2",
    impact: "3",
  };
  expect(newActionFields.parse(typed).content).toMatchObject({
    title: "Train staff",
    phase: 2,
    startsOn: null,
    dueOn: "2028-03-31",
    risk: { text: "It slips", likelihood: 2, impact: 3 },
  });
});

it("of two dates that are none it says which is which", () => {
  const noDay = (name: string) => ({
    [`${name}-day`]: "31",
    [`${name}-month`]: "2",
    [`${name}-year`]: "2027",
  });
  const { error } = newActionFields.safeParse({ ods: "ZZA", ...noDay("starts"), ...noDay("due") });
  const said = error?.issues.map(({ message }) => message) ?? [];
  expect(said).toContain("Enter a real date for when it starts, such as 31 3 2027");
  expect(said).toContain("Enter a real date for when it is due, such as 31 3 2027");
});
