import type { BoardPack } from "./board-pack";
import { planSlides } from "./board-pack-plan-slides";
import { sectionSlides, sourceOf } from "./board-pack-section-slides";
import type { BoardReport, BoardSection } from "./board-report";
import { dateInWords } from "./dates";
import type { Cover, Deck, Slide, SlidePart } from "./deck";
import { type FrontSheet, frontSheetRows } from "./front-sheet";

/** A fact of the front sheet that is longer stands in the notes of the first slide. */
const SHORT = 110;
/** The most characters of a recommendation that key messages leave room for beside them. */
const BESIDE = 420;
/** How many care settings one slide can tell of side by side. */
const ABREAST = 3;
/** How many sentences on method a slide shows; the others are in its notes. */
const METHOD = 5;

/** The board pack as slides: one message each, with where it comes from in the notes. */
export function boardPackDeck(pack: BoardPack): Deck {
  const { title, subject, marking, sheet, report, plan } = pack;
  const { name } = report.organisation;
  return {
    title,
    subject,
    marking,
    footer: `${name}, ${dateInWords(sheet.meetingOn ?? report.madeOn)}. ${title}`,
    cover: coverOf(sheet, report),
    slides: [
      ...frontSlides(pack),
      ...report.sections.flatMap(sectionSlides),
      ...(plan ? planSlides(plan) : []),
      ...surenessSlides(report),
      methodSlide(report),
    ],
  };
}

function coverOf(sheet: FrontSheet, { organisation, madeOn }: BoardReport): Cover {
  const made = `made on ${dateInWords(madeOn)}`;
  const onCover = new Set(["Meeting", "Date"]);
  const facts = frontSheetRows(sheet)
    .filter(({ name }) => !onCover.has(name))
    .map(({ name, value }) => `${name}: ${value}`);
  const isShort = (fact: string) => fact.length <= SHORT && !fact.includes("\n");
  return {
    organisation: `${organisation.name} (${organisation.odsCode})`,
    occasion: [sheet.meeting, sheet.meetingOn ? dateInWords(sheet.meetingOn) : made]
      .filter(Boolean)
      .join(", "),
    facts: facts.filter(isShort),
    notes: [`This pack was ${made}.`, ...facts.filter((fact) => !isShort(fact))],
  };
}

/** The answer first: where it stands, the messages, and what the board is asked to do. */
function frontSlides({ messages, recommendations, report }: BoardPack): Slide[] {
  const stands = report.sections.map(({ panel: { name, stage, score } }) => `${name}: ${stage}, ${score}`);
  const title = `${stands.join("; ")} out of 5`;
  const told: SlidePart = { kind: "list", heading: "Key messages", items: messages };
  const asked: SlidePart = { kind: "list", heading: "The board is asked to", items: recommendations };
  const notes = [
    ...report.sections.map(sourceOf),
    "The recommendation is that of the front sheet; where none was typed, what the results ask for.",
  ];
  if (recommendations.join(" ").length <= BESIDE) {
    return [
      {
        title,
        parts: [
          { ...told, share: 1.5 },
          { ...asked, share: 1 },
        ],
        notes,
      },
    ];
  }
  return [
    { title, parts: [told], notes },
    { title: "The board is asked to", parts: [{ kind: "list", items: recommendations }], notes },
  ];
}

function surenessSlides({ sections }: BoardReport): Slide[] {
  const slides = Math.ceil(sections.length / ABREAST);
  return Array.from({ length: slides }, (_, index) => {
    const shown = sections.slice(index * ABREAST, (index + 1) * ABREAST);
    return {
      title: evidenceInWords(shown),
      parts: shown.map(({ panel, confidence }): SlidePart => ({
        kind: "list",
        heading: `${panel.name}: how sure this is`,
        items: [...panel.sure, ...confidence],
      })),
      notes: shown.map(sourceOf),
    };
  });
}

/** "Documented evidence stands behind 2 of 50 capabilities in Acute, 1 of 44 in Community". */
function evidenceInWords(sections: readonly BoardSection[]): string {
  const cover = sections.flatMap(({ panel: { name, sureness } }) =>
    sureness.evidenced ? [{ name, ...sureness.evidenced }] : [],
  );
  if (cover.length === 0) return "How sure this is";
  const parts = cover.map(
    ({ name, documented, of }, index) =>
      `${documented} of ${of}${index === 0 ? " capabilities" : ""} in ${name}`,
  );
  return `Documented evidence stands behind ${parts.join(", ")}`;
}

function methodSlide({ sections }: BoardReport): Slide {
  const method = [...new Set(sections.flatMap((section) => section.method))];
  return {
    title: "How the figures come about",
    parts: [{ kind: "list", items: method.slice(0, METHOD) }],
    notes: method.slice(METHOD),
  };
}
