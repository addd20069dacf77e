type Element = PDFKit.PDFStructureElement;

/** What a piece of a page is, with what readers of a screen need to know of it. */
export type Meaning = { title?: string; alt?: string; scope?: "Column" | "Row" };

/** Draws one piece and says what it is, for people who have the document read to them. */
export function leaf(
  document: PDFKit.PDFDocument,
  parent: Element,
  type: string,
  draw: () => void,
  meaning: Meaning = {},
): void {
  parent.add(document.struct(type, meaning, draw));
}

/** A group of pieces: a table, a row, a list. It stays open for what is added to it. */
export function group(document: PDFKit.PDFDocument, parent: Element, type: string): Element {
  const made = document.struct(type);
  parent.add(made);
  return made;
}

/** Draws what is no content, as rules and page numbers are: nobody has it read out. */
export function unread(
  document: PDFKit.PDFDocument,
  draw: () => void,
  type: "Layout" | "Pagination" = "Layout",
): void {
  document.markContent("Artifact", { type });
  draw();
  document.endMarkedContent();
}
