import { allowedText } from "./allowed-text";
import type { Picture } from "./drawing-picture";

// A document to read on paper, before it is a Word file or a PDF: what stands in it and in which order. Both writers
// take it as it is, so that two files of one report never differ in what they say.

/** One column of a table. `share` is its width against the others'. */
export type PaperColumn = { header: string; share: number };

/** One piece of a document. The first cell of every table row is its heading. */
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; items: string[] }
  /** `dense` is for what is looked up rather than read: smaller words, rows closer together. */
  | { kind: "table"; caption: string; columns: PaperColumn[]; rows: string[][]; dense: boolean }
  /** `drawing` is markup from lib/charts, `alt` what it shows for those who do not see it. */
  | { kind: "figure"; caption: string; alt: string; drawing: string };

/** A whole document. */
export type Paper = {
  title: string;
  /** What it is about, in a sentence, for the properties of the file. */
  subject: string;
  /** What stands at the head of every page. */
  marking: string;
  /** True before sign-off: the word stands behind every page. */
  draft: boolean;
  /**
   * How many levels of headings its list of contents has, where it is written with one; none where a page is the whole
   * of it. The list stands before the first heading: after the front sheet of a board paper, and otherwise right after
   * the title.
   */
  contents: 0 | 1 | 2;
  /** True of what has to stand on one page: its words are smaller and closer together. */
  compact?: boolean;
  /** Whose document it is, above the title. */
  logo?: { picture: Picture; alt: string } | null;
  blocks: Block[];
};

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: "heading", level, text: line(text) };
}

/** A paragraph, with the line breaks that were typed. */
export function paragraph(text: string): Block {
  return { kind: "paragraph", text: lines(text) };
}

/**
 * True of "Missing for level 3:", of what stands over a table, and of what stands between a heading and such a thing:
 * it is not left alone at the foot of a page.
 */
export function leadsOn(blocks: readonly Block[], index: number): boolean {
  const [before, block, next] = [blocks[index - 1], blocks[index], blocks[index + 1]];
  if (block?.kind !== "paragraph") return false;
  if (block.text.endsWith(":") || next?.kind === "table") return true;
  return before?.kind === "heading" && (next?.kind === "heading" || leadsOn(blocks, index + 1));
}

/** A bulleted list; nothing at all where there are no items. */
export function list(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: "list", items: items.map(lines) }];
}

/** A table with its caption; nothing at all where it would have no rows. */
export function table(
  caption: string,
  columns: readonly (readonly [header: string, share: number])[],
  rows: readonly (readonly (string | number)[])[],
  { dense = false }: { dense?: boolean } = {},
): Block[] {
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      caption: line(caption),
      columns: columns.map(([header, share]) => ({ header, share })),
      rows: rows.map((row) => row.map((cell) => lines(String(cell)))),
      dense,
    },
  ];
}

/** The document with its tables and figures numbered in their captions, each kind from 1. */
export function paper({ title, subject, marking, blocks, ...rest }: Paper): Paper {
  const counts = { table: 0, figure: 0 };
  const numbered = blocks.map((block): Block => {
    if (block.kind !== "table" && block.kind !== "figure") return block;
    counts[block.kind] += 1;
    const word = block.kind === "table" ? "Table" : "Figure";
    return { ...block, caption: `${word} ${counts[block.kind]}. ${line(block.caption)}` };
  });
  return { title: line(title), subject: line(subject), marking: line(marking), ...rest, blocks: numbered };
}

function lines(text: string): string {
  return allowedText(text).replace(/\r\n?/g, "\n").replaceAll("\t", " ").trim();
}

function line(text: string): string {
  return lines(text).replace(/\s+/g, " ");
}
