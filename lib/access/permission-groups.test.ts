import { expect, test } from "vitest";
import { givenAccess, permissionGroups, rolesIn } from "./permission-groups";
import { permissionTable } from "./policy";

test("a new permission is shown to people as well, once", () => {
  const shown = permissionGroups.flatMap(({ permissions }) => permissions);
  expect(shown.toSorted()).toEqual(Object.keys(permissionTable).sort());
});

test("so is everything a trust can give, by a name in words", () => {
  expect(givenAccess.filter(({ name }) => name.includes(":"))).toEqual([]);
});

test("a group of permissions shows the roles that have any of them", () => {
  const [, , , , lettingIn, , installation] = permissionGroups;
  expect(lettingIn && rolesIn(lettingIn)).toEqual(["digital_lead"]);
  expect(installation && rolesIn(installation)).toEqual(["administrator"]);
});
