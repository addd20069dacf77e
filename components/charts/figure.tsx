import type { ReactNode } from "react";
import { Details } from "@/components/nhs/details";
import type { DrawingOptions } from "@/lib/charts/drawing";

/** Widths in pixels that drawings are laid out for: within two thirds of a page, across it, on a small phone. */
const widths = { "two-thirds": 595, full: 924, narrow: 254 };

/**
 * A drawing from `lib/charts` with all that must stand beside it: a caption, what it shows in a sentence, and its
 * figures in a table. `draw` is called once for a wide column and once for a narrow one, so that words keep their
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
  /** What a person should take from it, in a sentence or two; also the drawing's description. */
  summary: string;
  draw: (options: DrawingOptions) => string;
  width?: "two-thirds" | "full";
  tableSummary?: string;
  /** A `Table` with every figure drawn. */
  table: ReactNode;
}) {
  const drawn = (part: string, pixels: number) =>
    draw({ id: `${id}-${part}`, width: pixels, title: caption, description: summary });
  return (
    <figure className="app-figure" id={id}>
      <figcaption>{caption}</figcaption>
      <p>{summary}</p>
      {/* `lib/charts` escapes every word it draws; its tests try to break out of it. */}
      <div className="app-figure__drawing">
        <div
          className="app-figure__wide"
          dangerouslySetInnerHTML={{ __html: drawn("wide", widths[width]) }}
        />
        <div
          className="app-figure__narrow"
          dangerouslySetInnerHTML={{ __html: drawn("narrow", widths.narrow) }}
        />
      </div>
      <Details summary={tableSummary}>{table}</Details>
    </figure>
  );
}
