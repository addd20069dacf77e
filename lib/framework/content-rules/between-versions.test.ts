import { expect, test } from "vitest";
import { crosswalkFromNowhere } from "@/lib/framework/content-rules/crosswalk-from-nowhere";
import { reusedId } from "@/lib/framework/content-rules/reused-id";
import { aCapability, aCriterion, aDimension, aFramework, levelsOf } from "@/tests/support/framework";

function version(id: string, text: string, follows?: { from: string[]; to: string[] }[]) {
  const asking = aCapability("c01-1", { levels: levelsOf({ 2: [aCriterion("c01-1-l2-a", { text })] }) });
  return aFramework([aDimension("d01", [asking, aCapability("c01-2")])], {
    version: id,
    follows: follows ? { version: "2025.1", crosswalk: follows } : null,
  });
}

const OWNER = "A named clinician is responsible for use of the electronic patient record.";
const older = version("2025.1", OWNER);

test("an editor reuses a free-looking id for another fact: answers carried forward would lie", () => {
  const wifi = "At least a third of sites have had a Wi-Fi coverage survey in the last 24 months.";
  expect(reusedId(version("2026.1", wifi), older)).toEqual([
    {
      path: "/dimensions/0/capabilities/0/levels/1/criteria/0/text",
      message: `says something else than in 2025.1 ("${OWNER}"): give it a new id`,
    },
  ]);
});

test("the same fact in other words keeps its id", () => {
  const reworded = "A named senior clinician answers for use of the electronic record.";
  expect(reusedId(version("2026.1", reworded), older)).toEqual([]);
});

test("a crosswalk from a capability that never was, or telling of one twice, is named", () => {
  const crosswalk = [
    { from: ["c01-9"], to: ["c01-1"] },
    { from: ["c01-2"], to: ["c01-1"] },
  ];
  expect(crosswalkFromNowhere(version("2026.1", OWNER, crosswalk), older)).toEqual([
    { path: "/follows/crosswalk/0/from/0", message: "c01-9 is not a capability of 2025.1" },
    { path: "/follows/crosswalk/1/to/0", message: "c01-1 is told of twice: keep one entry" },
  ]);
  const fine = [{ from: ["c01-1"], to: ["c01-1", "c01-2"] }];
  expect(crosswalkFromNowhere(version("2026.1", OWNER, fine), older)).toEqual([]);
});
