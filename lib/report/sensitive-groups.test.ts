import { describe, expect, test } from "vitest";
import { aBoardPack } from "@/tests/support/board-pack";
import { boardPackPaper } from "./board-pack-paper";
import { sharedResult } from "./shared-result";

describe("our results go to the public, or to our system", () => {
  test("a pillar with something sensitive in it has no score there, the others have the engine's", () => {
    const rows = (audience: "public" | "private") =>
      aBoardPack({ audience }).report.sections[0]?.scores.pillars.rows.map(({ name, score }) => [
        name,
        score,
      ]);
    expect(rows("private")).toEqual([
      ["Safe practice", "2.0"],
      ["Smart foundations", "2.5"],
      ["Well led", "2.0"],
    ]);
    expect(rows("public")).toEqual([
      ["Safe practice", "Not shown"],
      ["Smart foundations", "2.5"],
      ["Well led", "2.0"],
    ]);
    const blocks = (audience: "public" | "private") =>
      JSON.stringify(boardPackPaper(aBoardPack({ audience })));
    const why = "1 of them holds sensitive capabilities and is not shown in public";
    expect(blocks("public")).toContain(why);
    expect(blocks("private")).not.toContain(why);
  });

  test("nor does what is shared hold it", () => {
    const { setting, latest } = aBoardPack().report.sections[0]!.panel;
    const { pillars } = sharedResult(latest.framework, setting, latest.result, null);
    expect(pillars).toEqual([
      { id: "SF", low: 2.5, high: 2.5 },
      { id: "WL", low: 2, high: 2 },
    ]);
  });
});
