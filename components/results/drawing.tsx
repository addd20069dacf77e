import type { DrawingOptions } from "@/lib/charts/drawing";

/** Widths in pixels that drawings are laid out for: half a page, two thirds, across it, and on a small phone. */
const widths = { half: 445, "two-thirds": 595, full: 924, narrow: 254 };

type Props = {
  /** Unique on the page. */
  id: string;
  caption: string;
  /** What a person should take from it; also the drawing's description. */
  summary: string;
  draw: (options: DrawingOptions) => string;
  width?: "half" | "two-thirds" | "full";
};

/**
 * A drawing from `lib/charts` whose table stands unfolded before it on the page: here the table is what people read,
 * and the drawing helps to scan it.
 */
export function Drawing({ id, caption, summary, draw, width = "full" }: Props) {
  const drawn = (part: string, pixels: number) =>
    draw({ id: `${id}-${part}`, width: pixels, title: caption, description: summary });
  return (
    <figure className="app-figure" id={id}>
      <figcaption>{caption}</figcaption>
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
    </figure>
  );
}
