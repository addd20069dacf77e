import { describe, expect, it } from "vitest";
import { aBoardPack } from "@/tests/support/board-pack";
import { SENSITIVE } from "@/tests/support/board-section";
import { pdfOf } from "./paper-pdf";
import { providerExtract } from "./provider-extract";
import { extractPaper } from "./provider-extract-paper";

const extractFor = (audience: "private" | "public", showSensitive = true) => {
  const extract = providerExtract(aBoardPack({ audience }).report, { showSensitive });
  if (!extract) throw new Error("There is something signed off.");
  return extract;
};

describe("The company secretary puts the extract beside the board's yearly self-assessment", () => {
  it("has the engine's score of each area, how much of it is secured, and what is lowest there", () => {
    const [section] = extractFor("private").sections;
    // a1 and a2 at level 2, b1 at level 4: a mean of 8 thirds.
    expect(section?.areas).toEqual([
      {
        id: "quality_of_care",
        name: "Quality of care",
        score: "2.7",
        secured: 1,
        of: 3,
        hidden: 0,
        lowest: [
          { title: `a1 ${SENSITIVE}`, level: 2 },
          { title: "a2 Clinical safety", level: 2 },
        ],
      },
      {
        id: "finance",
        name: "Finance",
        score: "2.0",
        secured: 0,
        of: 1,
        hidden: 0,
        lowest: [{ title: "a2 Clinical safety", level: 2 }],
      },
    ]);
    expect(extractFor("private").marking).toBe(
      "For the private session of the board: names sensitive capabilities",
    );
  });

  it("names nothing sensitive to who may not see it, and says that it is there", () => {
    const extract = extractFor("private", false);
    expect(extract.sections[0]?.areas[0]).toMatchObject({
      lowest: [{ title: "a2 Clinical safety", level: 2 }],
      hidden: 1,
      secured: 1,
      of: 3,
    });
    expect(JSON.stringify(extractPaper(extract))).not.toContain(SENSITIVE);
  });

  it("tells the public the areas and no level of any capability, whoever makes it", () => {
    const extract = extractFor("public");
    const text = JSON.stringify(extractPaper(extract));
    expect(text).toContain('"Quality of care","Not shown","1 of 2"');
    expect(text).toContain('"Finance","2.0","0 of 1"');
    expect(text).toContain("has no score here");
    expect(text).not.toMatch(new RegExp(`${SENSITIVE}|: level \\d|Lowest now`));
    expect(extract).toMatchObject({ marking: "For the public session of the board", namesSensitive: false });
  });

  it.each([
    ["private", ["Acute", "Community"]],
    ["public", ["Acute", "Community"]],
    ["private", ["Acute", "Community", "Mental health"]],
    ["private", ["Acute", "Community", "Mental health", "Ambulance"]],
    ["public", ["Acute", "Community", "Mental health", "Ambulance"]],
  ] as const)("stands on one page, its care settings together: %s, %j", async (audience, names) => {
    const extract = extractFor(audience);
    const [section] = extract.sections;
    const [, ...rest] = section?.sure ?? [];
    const evidence =
      "19 of 50 capabilities have documented evidence; evidenced score 2.5, where levels 4 and 5 need it";
    const title = "Provider capability areas: Ashdown Valley NHS Foundation Trust";
    const lowest = [
      { title: "2.1 Usability of clinical systems, measured and acted on with staff", level: 2 },
      { title: "2.2 Log-on, single sign-on and access at the point of care", level: 2 },
    ];
    const areas = Array.from({ length: 6 }, () => ({ ...section!.areas[0]!, lowest }));
    const settings = names.map((name, index) => {
      return { ...section!, name, areas, sure: [`${evidence} ${index}`, ...rest] };
    });
    const made = extractPaper({ ...extract, title, sections: settings });
    expect(made.blocks.at(-1)).toMatchObject({
      items: expect.arrayContaining([
        ...names.map((name, index) => `${name}: ${evidence} ${index}.`),
        ...rest.map((each) => `${each}.`),
      ]),
    });
    expect(rest.length).toBeGreaterThan(0);
    expect((await pdfOf(made)).toString("latin1").match(/\/Type \/Page\n/g)).toHaveLength(1);
  });

  it("puts three care settings or more into one table, each beside the others", () => {
    const extract = extractFor("private");
    const section = extract.sections[0]!;
    const lower = { ...section.areas[0]!, lowest: [{ title: "b1 Records", level: 1 }], hidden: 1 };
    const made = extractPaper({
      ...extract,
      sections: [
        { ...section, name: "Acute" },
        { ...section, name: "Community" },
        { ...section, name: "Ambulance", areas: [lower, ...section.areas.slice(1)] },
      ],
    });
    const tables = made.blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
    expect(tables).toHaveLength(1);
    expect(tables[0]?.rows[0]).toEqual([
      "Quality of care",
      "2.7; 1 of 3",
      "2.7; 1 of 3",
      "2.7; 1 of 3",
      `b1 Records: level 1 (Ambulance); a1 ${SENSITIVE}: level 2 (Acute, Community); sensitive ones are not named here`,
    ]);
  });

  it("has nothing to say before the first sign-off", () => {
    const { report } = aBoardPack();
    expect(providerExtract({ ...report, sections: [] }, { showSensitive: true })).toBeNull();
  });
});
