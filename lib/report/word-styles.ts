import { type IStylesOptions, LineRuleType } from "docx";

/** A4, in twentieths of a point. */
export const PAGE = { width: 11906, height: 16838 } as const;

/** About 2 cm on every side, in twentieths of a point. */
export const MARGIN = 1134;

const BLUE = "003087";
const quiet = { size: 18, color: "4C6272" };
const small = { size: 18 };

/** The styles of every Word document, by the names that Word knows, so that people can change them at one place. */
export const wordStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: "Arial", size: 22, color: "212B32", language: { value: "en-GB" } },
      paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { size: 44, bold: true, color: BLUE }, paragraph: { spacing: { after: 240 } } },
    heading1: headingOf(32, 400),
    heading2: headingOf(26, 300),
    heading3: headingOf(22, 240),
    listParagraph: { paragraph: { spacing: { after: 80 } } },
  },
  paragraphStyles: [
    { id: "Caption", name: "caption", basedOn: "Normal", next: "Normal", run: { ...small, bold: true } },
    {
      id: "TableText",
      name: "Table Text",
      basedOn: "Normal",
      run: small,
      paragraph: { spacing: { after: 0 } },
    },
    { id: "TableDense", name: "Table Dense", basedOn: "TableText", run: { size: 16 } },
    // Of a row that stays on the page of the next.
    { id: "TableTextKept", name: "Table Text Kept", basedOn: "TableText", paragraph: { keepNext: true } },
    { id: "TableDenseKept", name: "Table Dense Kept", basedOn: "TableDense", paragraph: { keepNext: true } },
    {
      id: "TableHeading",
      name: "Table Heading",
      basedOn: "TableText",
      run: { ...small, bold: true },
      paragraph: { spacing: { after: 0 }, keepNext: true },
    },
    { id: "Header", name: "header", basedOn: "Normal", run: quiet },
    { id: "Footer", name: "footer", basedOn: "Normal", run: quiet },
    { id: "TOC1", name: "toc 1", basedOn: "Normal", next: "Normal", paragraph: { spacing: { after: 40 } } },
    {
      id: "TOC2",
      name: "toc 2",
      basedOn: "Normal",
      next: "Normal",
      paragraph: { spacing: { after: 20 }, indent: { left: 320 } },
    },
  ],
};

function headingOf(size: number, before: number) {
  return {
    run: { size, bold: true, color: BLUE },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  };
}
