import { type IStylesOptions, LineRuleType } from "docx";

/** A4, in twentieths of a point. */
export const PAGE = { width: 11906, height: 16838 } as const;

/** About 2 cm on every side, in twentieths of a point. */
export const MARGIN = 1134;

const BLUE = "003087";
const quiet = { size: 18, color: "4C6272" };
const small = { size: 18 };

/** How large words are, in half points, and how far apart, in twentieths of a point. */
type Sizes = {
  title: number;
  text: number;
  line: number;
  after: number;
  item: number;
  headings: readonly (readonly [size: number, before: number, after: number])[];
  dense: number;
};

const PLAIN: Sizes = {
  title: 44,
  text: 22,
  line: 264,
  after: 120,
  item: 80,
  headings: [
    [32, 400, 120],
    [26, 300, 120],
    [22, 240, 120],
  ],
  dense: 16,
};

/** For what has to stand on one page, as in the PDF: nothing is smaller than 8.5 points. */
const COMPACT: Sizes = {
  title: 30,
  text: 19,
  line: 250,
  after: 80,
  item: 20,
  headings: [
    [26, 180, 60],
    [22, 160, 60],
    [19, 120, 60],
  ],
  dense: 17,
};

/** The styles of every Word document, by the names that Word knows, so that people can change them at one place. */
export function wordStyles({ compact = false }: { compact?: boolean }): IStylesOptions {
  const sizes = compact ? COMPACT : PLAIN;
  const [heading1, heading2, heading3] = sizes.headings.map(headingOf);
  return {
    default: {
      document: {
        run: { font: "Arial", size: sizes.text, color: "212B32", language: { value: "en-GB" } },
        paragraph: { spacing: { after: sizes.after, line: sizes.line, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: sizes.title, bold: true, color: BLUE },
        paragraph: { spacing: { after: 2 * sizes.after } },
      },
      heading1,
      heading2,
      heading3,
      listParagraph: { paragraph: { spacing: { after: sizes.item } } },
    },
    paragraphStyles: paragraphStyles(sizes),
  };
}

function paragraphStyles({ dense }: Sizes): IStylesOptions["paragraphStyles"] {
  return [
    { id: "Caption", name: "caption", basedOn: "Normal", next: "Normal", run: { ...small, bold: true } },
    {
      id: "TableText",
      name: "Table Text",
      basedOn: "Normal",
      run: small,
      paragraph: { spacing: { after: 0 } },
    },
    { id: "TableDense", name: "Table Dense", basedOn: "TableText", run: { size: dense } },
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
  ];
}

function headingOf([size, before, after]: Sizes["headings"][number]) {
  return {
    run: { size, bold: true, color: BLUE },
    paragraph: { spacing: { before, after }, keepNext: true },
  };
}
