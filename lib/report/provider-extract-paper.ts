import { dateInWords } from "./dates";
import { type Block, heading, list, paper, type Paper, paragraph, table } from "./paper";
import type { ExtractArea, ExtractSection, ProviderExtract } from "./provider-extract";

/** The extract as a document for its page, its PDF and its Word file. Two care settings have room on one page. */
export function extractPaper(extract: ProviderExtract): Paper {
  const { title, subject, marking, madeOn, sections, audience } = extract;
  return paper({
    title,
    subject,
    marking,
    // It is made from what was signed off alone.
    draft: false,
    contents: 0,
    compact: true,
    blocks: [
      paragraph(
        `Made on ${dateInWords(madeOn)}. This is what the signed-off digital maturity assessment says to the areas of the board’s yearly self-assessment: one source for it, and not in its place.`,
      ),
      ...sections.flatMap((section) => sectionBlocks(section, audience === "public")),
      heading(1, "How sure this is, and how to read it"),
      ...list([
        ...sureOf(sections),
        "A score is a mean level. A capability may bear on several areas, so scores are not added up.",
        ...(audience === "public"
          ? ["An area with sensitive capabilities has no score here, and they are not in its count."]
          : []),
        "Level 3: routine in nearly all relevant services, to national standards, and measured.",
      ]),
    ],
  });
}

function sectionBlocks(section: ExtractSection, isPublic: boolean): Block[] {
  const { name, round, stage, score, standing, areas } = section;
  return [
    heading(1, `${name}, ${round}`),
    paragraph(`${stage}, with an overall score of ${score} out of 5. ${standing}.`),
    ...table(
      `${name}: areas, out of 5`,
      [
        ["Area", 1.7],
        ["Score", 0.75],
        ["At level 3 or above", 1.1],
        ...(isPublic ? [] : [["Lowest now, below level 3", 5.45] as const]),
      ],
      areas.map((area) => [
        area.name,
        area.score,
        `${area.secured} of ${area.of}`,
        ...(isPublic ? [] : [lowestInWords(area)]),
      ]),
      { dense: true },
    ),
  ];
}

/** How sure each care setting is, by its name; what holds of all of them once. */
function sureOf(sections: readonly ExtractSection[]): string[] {
  const ofAll = (sentence: string) => sections.every(({ sure }) => sure.includes(sentence));
  return [
    ...sections.flatMap(({ name, sure }) =>
      sure.filter((sentence) => !ofAll(sentence)).map((sentence) => `${name}: ${sentence}.`),
    ),
    ...(sections[0]?.sure ?? []).filter(ofAll).map((sentence) => `${sentence}.`),
  ];
}

function lowestInWords({ of, lowest, hidden }: ExtractArea): string {
  if (of === 0) return "–";
  const lines = [...lowest, ...(hidden > 0 ? [`${hidden} sensitive, not named here`] : [])];
  return lines.length > 0 ? lines.join("; ") : "None";
}
