import { DRAFT_COLOUR, draftWord } from "./draft-word";
import { unread } from "./pdf-leaf";

/** How much of the page's width the word takes before it is turned. */
const SHARE = 0.95;

/**
 * Puts a large, pale "DRAFT" behind all that comes to stand on each page, from the present one on. What a document has
 * set for its text stays as it is.
 */
export function drawDraft(document: PDFKit.PDFDocument): void {
  const word = draftWord();
  const behind = () => {
    const { width, height } = document.page;
    const scale = (width * SHARE) / word.width;
    unread(
      document,
      () => {
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
      },
      "Pagination",
    );
  };
  behind();
  document.on("pageAdded", behind);
}
