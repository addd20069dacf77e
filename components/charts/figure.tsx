import type { ReactNode } from "react";
import { Details } from "@/components/nhs/details";
import type { DrawingOptions } from "@/lib/charts/drawing";

/** Widths in pixels that drawings are laid out for: half a page, two thirds, across it, and on a small phone. */
const widths = { half: 445, "two-thirds": 595, full: 924, narrow: 254 };

/**
 * A drawing from `lib/charts` with what must stand beside it: a caption, what it shows in a sentence, and its figures
 * in a table to unfold. Where the table already stands on the page, `table` is left out, and the sentence is only the
 * drawing's description. `draw` is called once for a wide column and once for a narrow one, so that words keep their
 * size; only one of the two is shown or read out.
 */
export function Figure({
  id,
  caption,
  summary,
  draw,
  width = "two-thirds",
  tableSummary = "Show these figures as a table",
  table,
}: {
  /** Unique on the page. */
  id: string;
  caption: string;
  /** What a person should take from it, in a sentence or two. */
  summary: string;
  draw: (options: DrawingOptions) => string;
  width?: "half" | "two-thirds" | "full";
  tableSummary?: string;
  /** A `Table` with every figure drawn. */
  table?: ReactNode;
}) {
  const drawn = (part: string, pixels: number) => ({
    __html: draw({ id: `${id}-${part}`, width: pixels, title: caption, description: summary }),
  });
  return (
    <figure className="app-figure" id={id}>
      <figcaption>{caption}</figcaption>
      {table && <p>{summary}</p>}
      {/* `lib/charts` escapes every word it draws; its tests try to break out of it. */}
      <div className="app-figure__drawing">
        <div className="app-figure__wide" dangerouslySetInnerHTML={drawn("wide", widths[width])} />
        <div className="app-figure__narrow" dangerouslySetInnerHTML={drawn("narrow", widths.narrow)} />
      </div>
      {table && <Details summary={tableSummary}>{table}</Details>}
    </figure>
  );
}
