import { DRAFT_COLOUR, draftWord } from "./draft-word";
import { unread } from "./pdf-leaf";

/** How much of the page's width the word takes before it is turned. */
const SHARE = 0.95;

/**
 * Puts a large, pale "DRAFT" behind all that comes to stand on each page, from the present one on. What a document has
 * set for its text stays as it is.
 */
export function drawDraft(document: PDFKit.PDFDocument): void {
  const drawn = instructionsOf(document, () => drawWord(document));
  // Worked out once: every page is of one size.
  const behind = () => unread(document, () => document.addContent(drawn), "Pagination");
  behind();
  document.on("pageAdded", behind);
}

function drawWord(document: PDFKit.PDFDocument): void {
  const word = draftWord();
  const { width, height } = document.page;
  const scale = (width * SHARE) / word.width;
  document.save();
  // Set by hand: the document would take it for the colour of the text that goes on.
  document.addContent(`${DRAFT_COLOUR.join(" ")} rg`);
  document.translate(width / 2, height / 2).rotate(-52);
  for (const { path, from } of word.letters) {
    document.save();
    document.transform(scale, 0, 0, -scale, (from - word.width / 2) * scale, (word.height / 2) * scale);
    document.path(path).fill();
    document.restore();
  }
  document.restore();
}

/** What would be put on the page to draw something, and is not. */
function instructionsOf(document: PDFKit.PDFDocument, draw: () => void): string {
  const { addContent } = document;
  const lines: string[] = [];
  document.addContent = (line: string) => {
    lines.push(line);
    return document;
  };
  draw();
  document.addContent = addContent;
  return lines.join("\n");
}
