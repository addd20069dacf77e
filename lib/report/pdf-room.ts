import { type Block, leadsOn } from "./paper";
import { BOTTOM, TEXT_WIDTH, TOP } from "./pdf-page";
import { type LaidTable, layTable } from "./pdf-table";

/** Size of the words of the text, how wide and how far apart its lines are, and what is left free below, in points. */
export const SIZE = 11;
export const LINE_GAP = 2;
export const WIDE = { width: TEXT_WIDTH };
export const SPACED = { width: TEXT_WIDTH, lineGap: LINE_GAP };
export const AFTER_HEADING = 5;
export const AFTER_PARAGRAPH = 7;

/** Type, size and distance of each level of headings. The title of the document is the first in its outline. */
export const HEADINGS = {
  1: { type: "H2", size: 17, before: 22 },
  2: { type: "H3", size: 13.5, before: 15 },
  3: { type: "H4", size: 11, before: 11 },
} as const;

/** Room for a caption of two lines, and for as much of a text or list as does not look lost. */
export const CAPTION = 28;
const LINES = 48;
/**
 * How tall a text and what it leads on to may be to be kept together: with three headings of two lines above, they still
 * fit a page. What leads on and is taller stands by itself, or its headings would be left without it.
 */
const KEPT_TOGETHER = 540;

/** What is known of the blocks of a document before they are drawn. Each table is measured once. */
export type RoomAhead = {
  tableOf: (block: Extract<Block, { kind: "table" }>) => LaidTable;
  /** How much room a block needs to begin, with what has to stand on one page with it, in points. */
  roomAt: (index: number) => number;
};

/** Looks ahead, so that no heading and nothing that leads on is left at the foot of a page. */
export function lookAhead(document: PDFKit.PDFDocument, blocks: readonly Block[]): RoomAhead {
  const tables = new Map<Block, LaidTable>();
  const tableOf: RoomAhead["tableOf"] = (block) => {
    const laid = tables.get(block) ?? layTable(document, block);
    tables.set(block, laid);
    return laid;
  };
  const roomOf = (index: number): number => {
    const block = blocks[index];
    switch (block?.kind) {
      case "heading": {
        const { before, size } = HEADINGS[block.level];
        document.font("bold").fontSize(size);
        return before + document.heightOfString(block.text, WIDE) + AFTER_HEADING + roomOf(index + 1);
      }
      case "paragraph": {
        if (!leadsOn(blocks, index)) return LINES;
        document.font("regular").fontSize(SIZE);
        const height = document.heightOfString(block.text, SPACED);
        const together = height + AFTER_PARAGRAPH + roomOf(index + 1);
        return together <= KEPT_TOGETHER ? together : LINES;
      }
      case "table":
        return CAPTION + tableOf(block).toBegin;
      case "list":
      case "figure":
        return LINES;
      default:
        return 0;
    }
  };
  return { tableOf, roomAt: (index) => Math.min(roomOf(index), BOTTOM - TOP) };
}
