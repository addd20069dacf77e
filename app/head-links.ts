import type { Metadata } from "next";

/**
 * The icons, and style sheets for where a page cannot be drawn without a script: no icons, but the one way into the head
 * of the empty document that Next then sends. Their words stand in for the page (public/fault.css and
 * public/not-found.css, which are fetched by everyone and so say nothing of themselves).
 */
export function headLinks(...sheets: readonly string[]): NonNullable<Metadata["icons"]> {
  return {
    icon: [{ url: "/icons/icon.svg", type: "image/svg+xml" }],
    apple: "/icons/apple-touch-icon.png",
    other: sheets.map((url) => ({ rel: "stylesheet", url, media: "(scripting: none)" })),
  };
}
