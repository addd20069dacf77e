import { describe, expect, it } from "vitest";
import { dmaFiguresFor } from "./dma-2025";

describe("A board member asks where England stands", () => {
  it("gives the figures published for the care setting, with how many returns they summarise", () => {
    const acute = dmaFiguresFor("acute");
    expect(acute).toMatchObject({ of: "acute", returns: 134 });
    expect(acute?.pillars.get("WL")).toEqual({ min: 1.3, p25: 2.3, median: 2.8, p75: 3.5, max: 4.8 });
    expect(acute?.meanOfPillars.median).toBe(2.41);
  });

  it("shows a specialist trust the acute figures, and says that they are", () => {
    expect(dmaFiguresFor("specialist")).toEqual(dmaFiguresFor("acute"));
    expect(dmaFiguresFor("specialist")?.of).toBe("acute");
  });

  it("shows nothing where nothing was published", () => {
    expect(dmaFiguresFor("practice")).toBeNull();
  });

  it("holds every pillar of every care setting, each spread in order", () => {
    for (const setting of ["acute", "mental_health", "community", "ambulance"] as const) {
      const figures = dmaFiguresFor(setting);
      expect([...(figures?.pillars.keys() ?? [])]).toEqual(["WL", "SF", "SP", "SW", "EP", "IC", "HP"]);
      for (const { min, p25, median, p75, max } of figures?.pillars.values() ?? []) {
        const inOrder = [min, p25, median, p75, max];
        expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
      }
    }
  });
});
