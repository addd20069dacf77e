import { expect, test } from "vitest";
import { invitationFields, rolesFields } from "./people-fields";

const boxes = (name: string, [day, month, year]: readonly string[]) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});
const person = "0190f5f2-7c1e-4c53-8d62-0b4f7c3b8a11";

test("I invite a deputy and am told at once of all that cannot be", () => {
  const sent = { ods: "ZZA", email: "sam@example.nhs.uk", ...boxes("endsOn", ["31", "3", "2027"]) };
  expect(invitationFields.parse({ ...sent, roles: "approver" })).toMatchObject({
    ...{ email: "sam@example.nhs.uk", roles: ["approver"] },
    ...{ startsOn: null, endsOn: new Date("2027-03-31T00:00:00Z") },
  });
  const noDay = boxes("startsOn", ["31", "2", "2027"]);
  const faultsOf = (typed: object) =>
    invitationFields.safeParse({ ...sent, ...typed }).error?.issues.map(({ path }) => path[0]);
  expect(faultsOf({ email: "x", ...noDay })?.sort()).toEqual(["email", "roles", "startsOn"]);
  expect(faultsOf({ roles: ["approver", "king"], ...noDay })?.sort()).toEqual(["roles", "startsOn"]);
});

test("somebody is given roles always or as deputy until a day, and everything wrong is told at once", () => {
  const sent = { ods: "ZZA", person, roles: ["contributor"], deputyRoles: ["approver"] };
  const { wanted } = rolesFields.parse({ ...sent, ...boxes("endsOn", ["1", "4", "2027"]) });
  expect(wanted).toEqual([
    { role: "contributor", startsOn: null, endsOn: null },
    { role: "approver", startsOn: null, endsOn: new Date("2027-04-01T00:00:00Z") },
  ]);
  const wrong = { ...sent, deputyRoles: ["contributor"], ...boxes("startsOn", ["x", "", ""]) };
  const issues = rolesFields.safeParse(wrong).error?.issues ?? [];
  expect(issues.map(({ path }) => path[0]).sort()).toEqual(["deputyRoles", "endsOn", "startsOn"]);
});
