import { type Block, leadsOn } from "./paper";
import { type Measures, spaced } from "./pdf-measures";
import { BOTTOM, TEXT_WIDTH, TOP } from "./pdf-page";
import { type LaidTable, layTable } from "./pdf-table";

export const WIDE = { width: TEXT_WIDTH };

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
export function lookAhead(
  document: PDFKit.PDFDocument,
  blocks: readonly Block[],
  measures: Measures,
): RoomAhead {
  const tables = new Map<Block, LaidTable>();
  const tableOf: RoomAhead["tableOf"] = (block) => {
    const laid = tables.get(block) ?? layTable(document, block, measures);
    tables.set(block, laid);
    return laid;
  };
  const roomOf = (index: number): number => {
    const block = blocks[index];
    switch (block?.kind) {
      case "heading": {
        const { before, size } = measures.headings[block.level];
        document.font("bold").fontSize(size);
        return before + document.heightOfString(block.text, WIDE) + measures.afterHeading + roomOf(index + 1);
      }
      case "paragraph": {
        if (!leadsOn(blocks, index)) return LINES;
        document.font("regular").fontSize(measures.size);
        const height = document.heightOfString(block.text, spaced(measures));
        const together = height + measures.afterParagraph + roomOf(index + 1);
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
