import { dateInWords } from "./dates";
import { type Block, heading, list, paper, type Paper, paragraph, table } from "./paper";
import { type ExtractArea, type ExtractSection, NAMED, type ProviderExtract } from "./provider-extract";

/** How many care settings have room on one page with a table each. More share one. */
const APART = 2;

/** The extract as a document for its page, its PDF and its Word file, on one page. */
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
      ...(sections.length > APART
        ? sharedBlocks(sections, audience === "public")
        : sections.flatMap((section) => sectionBlocks(section, audience === "public"))),
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

/** Many care settings in one table: an area in each row, with what is lowest in any of them. */
function sharedBlocks(sections: readonly ExtractSection[], isPublic: boolean): Block[] {
  const standings = new Set(sections.map(({ standing }) => standing));
  const shared = standings.size === 1;
  return [
    ...list(
      sections.map(({ name, round, stage, score, standing }) =>
        [
          `${name}, ${round}: ${stage}, with an overall score of ${score} out of 5`,
          ...(shared ? [] : [standing]),
        ]
          .map((sentence) => `${sentence}.`)
          .join(" "),
      ),
    ),
    ...(shared ? [...standings].map((standing) => paragraph(`${standing}.`)) : []),
    ...table(
      "Areas: score out of 5, and how many capabilities are at level 3 or above",
      [
        ["Area", 1.6],
        ...sections.map(({ name }) => [name, 1.4] as const),
        ...(isPublic ? [] : [["Lowest now, below level 3", 4.2] as const]),
      ],
      (sections[0]?.areas ?? []).map(({ id, name }) => {
        const within = sections.map(({ name: setting, areas }) => ({
          setting,
          area: areas.find((area) => area.id === id),
        }));
        return [
          name,
          ...within.map(({ area }) => scoreAndCount(area)),
          ...(isPublic ? [] : [lowestOfAll(within)]),
        ];
      }),
      { dense: true },
    ),
  ];
}

function scoreAndCount(area: ExtractArea | undefined): string {
  if (!area) return "–";
  return area.of === 0 ? area.score : `${area.score}; ${area.secured} of ${area.of}`;
}

/** The lowest of an area in any care setting, each with those that stand there. */
function lowestOfAll(within: readonly { setting: string; area: ExtractArea | undefined }[]): string {
  const found = new Map<string, { level: number; settings: string[] }>();
  for (const { setting, area } of within) {
    for (const each of area?.lowest ?? []) {
      const words = levelInWords(each);
      const known = found.get(words);
      if (known) known.settings.push(setting);
      else found.set(words, { level: each.level, settings: [setting] });
    }
  }
  const lowest = [...found]
    .sort(([, one], [, other]) => one.level - other.level || other.settings.length - one.settings.length)
    .slice(0, NAMED)
    .map(([words, { settings }]) => {
      return `${words} (${settings.length === within.length ? "all" : settings.join(", ")})`;
    });
  const hidden = within.some(({ area }) => area && area.hidden > 0);
  const lines = [...lowest, ...(hidden ? ["sensitive ones are not named here"] : [])];
  return lines.length > 0 ? lines.join("; ") : "None";
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
  const lines = [...lowest.map(levelInWords), ...(hidden > 0 ? [`${hidden} sensitive, not named here`] : [])];
  return lines.length > 0 ? lines.join("; ") : "None";
}

function levelInWords({ title, level }: ExtractArea["lowest"][number]): string {
  return `${title}: level ${level}`;
}
