import { expect, test } from "vitest";
import { departureFromTable } from "@/lib/framework/content-rules/departure-from-table";
import { NHS_TRUST_2026_1 } from "@/lib/framework/content-rules/nhs-trust-table";
import { aCapability, aDimension, aFramework } from "@/tests/support/framework";

const PILLARS = ["WL", "SF", "SP", "SW", "EP", "IC", "HP"].map((id) => ({ id, name: id }));

/** nhs-trust 2026.1 as its table has it, with nothing else filled in. */
function asInTable(change: (id: string) => object = () => ({})) {
  const capabilities = Object.entries(NHS_TRUST_2026_1).map(([id, row]) =>
    aCapability(id, {
      scope: row.scope,
      sensitive: row.sensitive,
      gateFor: [...row.gateFor],
      appliesTo: row.appliesTo && [...row.appliesTo],
      lenses: { wgll: [row.pillar] },
      ...change(id),
    }),
  );
  const lenses = [{ id: "wgll" as const, name: "What Good Looks Like", groups: PILLARS }];
  return aFramework([aDimension("d01", capabilities)], { id: "nhs-trust", version: "2026.1", lenses });
}

test("the table itself has the counts that were agreed", () => {
  const rows = Object.values(NHS_TRUST_2026_1);
  const count = (pillar: string) => rows.filter((row) => row.pillar === pillar).length;
  expect(rows).toHaveLength(50);
  expect(Object.fromEntries(PILLARS.map(({ id }) => [id, count(id)]))).toEqual({
    SF: 10,
    IC: 12,
    SP: 8,
    WL: 5,
    SW: 5,
    HP: 5,
    EP: 5,
  });
  expect(rows.filter(({ gateFor }) => gateFor.length > 0)).toHaveLength(8);
  expect(rows.filter(({ sensitive }) => sensitive)).toHaveLength(4);
});

test("content that keeps to the table has no problem, in whatever order it lists settings", () => {
  expect(departureFromTable(asInTable())).toEqual([]);
  const reversed = asInTable((id) => ({ gateFor: [...(NHS_TRUST_2026_1[id]?.gateFor ?? [])].reverse() }));
  expect(departureFromTable(reversed)).toEqual([]);
});

test("a gate quietly lifted, a scope changed or a pillar moved is named", () => {
  const first = (change: object) => departureFromTable(asInTable((id) => (id === "c01-1" ? change : {})));
  const at = "/dimensions/0/capabilities/0";
  expect(first({ gateFor: [] })).toMatchObject([{ path: `${at}/gateFor` }]);
  expect(first({ scope: "organisation" })).toEqual([
    { path: `${at}/scope`, message: "is organisation, and setting in the table" },
  ]);
  expect(first({ lenses: { wgll: ["IC"] } })).toMatchObject([{ path: `${at}/lenses/wgll` }]);
  expect(first({ sensitive: true })).toMatchObject([{ path: `${at}/sensitive` }]);
});

test("a capability left out or slipped in is named; a version without a table is free", () => {
  const [dimension] = asInTable().dimensions;
  const fewer = {
    ...asInTable(),
    dimensions: [{ ...dimension!, capabilities: dimension!.capabilities.slice(1) }],
  };
  expect(departureFromTable(fewer)).toMatchObject([{ message: "c01-1 of the table is missing" }]);
  expect(departureFromTable({ ...fewer, version: "2027.1" })).toEqual([]);
});
