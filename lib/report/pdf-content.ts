/**
 * Lets a document gather what it draws on a page and hand it on page by page: pdfkit packs each operator by itself, and
 * clearing up after them takes as long as the drawing. Call what it returns before the document ends.
 */
export function gatherContent(document: PDFKit.PDFDocument): () => void {
  const single = document.addContent;
  let page = document.page;
  let lines: string[] = [];
  const handOn = () => {
    const gathered = lines.join("\n");
    lines = [];
    if (gathered !== "") page.write(gathered);
  };
  const begin = () => {
    page = document.page;
    const begun = page;
    if (Object.hasOwn(begun, "write")) return;
    // Where text runs over onto the next page, pdfkit ends its marks on this one by itself: after what was gathered.
    const toPage = begun.write.bind(begun);
    begun.write = (text: string) => {
      if (begun === page) handOn();
      toPage(text);
    };
  };
  begin();
  document.addContent = (line: string) => {
    if (document.page !== page) {
      handOn();
      begin();
    }
    lines.push(line);
    return document;
  };
  return () => {
    handOn();
    document.addContent = single;
  };
}
