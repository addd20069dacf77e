import { describe, expect, test } from "vitest";
import { compareWithRegister, type RegisterTrust } from "./ods-comparison";
import type { OdsTrust } from "./ods-extract";

const trust = (code: string, facts: Partial<OdsTrust> = {}): OdsTrust => ({
  code,
  name: `Trust ${code}`,
  subtype: "NHS trust",
  regionCode: "Y60",
  icbCode: "QWO",
  openedOn: "2001-04-01",
  closedOn: null,
  ...facts,
});
const held = (code: string, facts: Partial<RegisterTrust> = {}): RegisterTrust => ({
  ...trust(code),
  successorCode: null,
  ...facts,
});

describe("I look at what an import would do", () => {
  test("nothing where everything is known", () => {
    expect(compareWithRegister([held("RZ1")], [trust("RZ1")])).toEqual({
      added: [],
      changed: [],
      closed: [],
      merged: [],
      unchanged: 1,
      leftOut: 0,
      notNamed: [],
    });
  });

  test("adds what is new and open, and leaves out what had closed before we knew it", () => {
    const changes = compareWithRegister([], [trust("RZ1"), trust("RZ2", { closedOn: "2010-03-31" })]);
    expect([changes.added.map(({ code }) => code), changes.leftOut]).toEqual([["RZ1"], 1]);
  });

  test("names each field that changes, before and after", () => {
    const changes = compareWithRegister(
      [held("RZ1", { icbCode: "QXX" })],
      [trust("RZ1", { name: "New Name" })],
    );
    expect(changes.changed).toEqual([
      {
        code: "RZ1",
        name: "Trust RZ1",
        fields: [
          { field: "name", from: "Trust RZ1", to: "New Name" },
          { field: "icbCode", from: "QXX", to: "QWO" },
        ],
      },
    ]);
  });

  test("keeps what somebody put right by hand: letters of a name, the sort of trust", () => {
    const byHand = held("RZ1", { name: "TRUST rz1", subtype: "Specialist trust" });
    expect(compareWithRegister([byHand], [trust("RZ1")]).changed).toEqual([]);
  });

  test("closes, opens again, and never deletes what no file names", () => {
    const register = [held("RZ1"), held("RZ2", { closedOn: "2020-01-01" }), held("RZ3")];
    const changes = compareWithRegister(register, [trust("RZ1", { closedOn: "2026-03-31" }), trust("RZ2")]);
    expect(changes.closed.map(({ code }) => code)).toEqual(["RZ1"]);
    expect(changes.changed).toMatchObject([{ code: "RZ2", fields: [{ field: "closedOn", to: null }] }]);
    expect(changes.notNamed).toEqual(["RZ3"]);
  });
});

describe("two trusts become one", () => {
  const register = [held("RZ1"), held("RZ2")];
  const closing = { closedOn: "2026-03-31" };

  test("and the one that opened the next day in their system is proposed for both", () => {
    const into = trust("RZ9", { openedOn: "2026-04-01" });
    const changes = compareWithRegister(register, [trust("RZ1", closing), trust("RZ2", closing), into]);
    expect(changes.closed).toEqual([]);
    expect(changes.merged.map((one) => [one.code, one.into.code])).toEqual([
      ["RZ1", "RZ9"],
      ["RZ2", "RZ9"],
    ]);
  });

  test("but not one elsewhere, one that opened later, or one of two", () => {
    const wrong = [
      [trust("RZ9", { openedOn: "2026-04-01", icbCode: "QXX" })],
      [trust("RZ9", { openedOn: "2026-04-02" })],
      [trust("RZ8", { openedOn: "2026-04-01" }), trust("RZ9", { openedOn: "2026-03-31" })],
    ];
    for (const others of wrong) {
      const changes = compareWithRegister([held("RZ1")], [trust("RZ1", closing), ...others]);
      expect([changes.merged, changes.closed.length]).toEqual([[], 1]);
    }
  });
});
