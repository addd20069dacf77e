/**
 * Lets a document gather what it draws on a page and hand it on page by page: pdfkit packs each operator by itself, and
 * clearing up after them takes as long as the drawing. Call what it returns before the document ends.
 */
export function gatherContent(document: PDFKit.PDFDocument): () => void {
  const single = document.addContent;
  let page = document.page;
  let lines: string[] = [];
  const handOn = () => {
    if (lines.length > 0) page.write(lines.join("\n"));
    lines = [];
  };
  document.addContent = (line: string) => {
    if (document.page !== page) {
      handOn();
      page = document.page;
    }
    lines.push(line);
    return document;
  };
  return () => {
    handOn();
    document.addContent = single;
  };
}
