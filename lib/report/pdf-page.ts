import { unread } from "./pdf-leaf";

// A4 in points, and the colours of the drawings.

const WIDTH = 595.28;
const HEIGHT = 841.89;
export const LEFT = 56;
export const TOP = 72;
export const TEXT_WIDTH = WIDTH - 2 * LEFT;
export const BOTTOM = HEIGHT - 64;
export const MARGINS = { top: TOP, bottom: HEIGHT - BOTTOM, left: LEFT, right: LEFT };
export const INK = "#212b32";
export const BLUE = "#003087";
export const RULE = "#aeb7bd";
export const SHADE = "#d8dde0";
const QUIET = "#4c6272";

/** Puts the marking at the head of every page, and the title with the page's number at its foot. */
export function markPages(
  document: PDFKit.PDFDocument,
  { marking, title }: { marking: string; title: string },
) {
  const { start, count } = document.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    document.switchToPage(index);
    // What stands in the margin would otherwise begin a page of its own.
    document.page.margins.bottom = 0;
    const words = { width: TEXT_WIDTH, lineBreak: true, height: 24, ellipsis: true };
    unread(
      document,
      () => {
        document.font("bold").fontSize(9).fillColor(QUIET).text(marking, LEFT, 36, words);
        document
          .font("regular")
          .text(`${title}. Page ${index - start + 1} of ${count}`, LEFT, BOTTOM + 20, words);
      },
      "Pagination",
    );
  }
}
