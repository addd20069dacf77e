import { Resvg } from "@resvg/resvg-js";
import { opaquePng } from "./opaque-png";
import { printFonts } from "./print-fonts";

/** A drawing as a picture. Width and height are those it is laid out for; the picture has twice as many dots. */
export type Picture = { png: Buffer; width: number; height: number };

/** The pictures drawn last, by their drawings: a report is taken out more than once before its figures change. */
const drawnLast = new Map<string, Picture>();
const KEPT = 24;

/** A drawing as a picture, drawn once while it is wanted again. */
export function pictureOf(drawing: string): Picture {
  const picture = drawnLast.get(drawing) ?? draw(drawing);
  // Last in the order of the map is what was wanted last.
  drawnLast.delete(drawing);
  drawnLast.set(drawing, picture);
  const [oldest] = drawnLast.keys();
  if (drawnLast.size > KEPT && oldest !== undefined) drawnLast.delete(oldest);
  return picture;
}

/**
 * A drawing from lib/charts as PNG, for documents that take no markup. Nothing is fetched: drawings name no other
 * files, and the fonts are those of this checkout.
 */
function draw(drawing: string): Picture {
  const drawn = new Resvg(drawing, {
    fitTo: { mode: "zoom", value: 2 },
    background: "#ffffff",
    font: {
      fontFiles: [printFonts.regular, printFonts.bold],
      loadSystemFonts: false,
      defaultFontFamily: printFonts.name,
    },
  });
  const dots = drawn.render();
  const png = opaquePng(dots.pixels, dots.width, dots.height);
  return { png, width: drawn.width, height: drawn.height };
}
