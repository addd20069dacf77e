import { describe, expect, test } from "vitest";
import { faultInRecord, type OrganisationRecord } from "./organisation-record";

const whole: OrganisationRecord = {
  odsCode: "RZ1",
  name: "Ashdown Valley",
  kind: "trust",
  careSettings: ["acute"],
  subtype: null,
  regionCode: "Y59",
  icbCode: "QXU",
  openedOn: null,
  closedOn: null,
  successorCode: null,
};

describe("I keep the record of an organisation", () => {
  test("and nothing is wrong with it", () => {
    expect(faultInRecord(whole)).toBeNull();
    expect(
      faultInRecord({ ...whole, kind: "consultancy", careSettings: [], odsCode: "HARROW-LANE" }),
    ).toBeNull();
  });

  test.each<[keyof OrganisationRecord, Partial<OrganisationRecord>]>([
    ["odsCode", { odsCode: "rz1" }],
    ["odsCode", { odsCode: "../admin" }],
    ["name", { name: "  " }],
    ["careSettings", { kind: "icb" }],
    ["careSettings", { kind: "gp_practice" }],
    ["icbCode", { icbCode: "Q W" }],
    ["regionCode", { regionCode: "Y99" }],
    ["closedOn", { openedOn: new Date("2020-01-02"), closedOn: new Date("2020-01-01") }],
    ["successorCode", { successorCode: "RZ1", closedOn: new Date("2020-01-01") }],
    ["closedOn", { successorCode: "RZ2" }],
  ])("but for %s: %j", (field, change) => {
    expect(faultInRecord({ ...whole, ...change })?.field).toBe(field);
  });
});
