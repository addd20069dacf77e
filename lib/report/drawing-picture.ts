import { Resvg } from "@resvg/resvg-js";
import { opaquePng } from "./opaque-png";
import { printFonts } from "./print-fonts";
import { sameAgain } from "./same-again";

/** A drawing as a picture. Width and height are those it is laid out for; the picture has twice as many dots. */
export type Picture = { png: Buffer; width: number; height: number };

/**
 * A drawing from lib/charts as PNG, for documents that take no markup. Nothing is fetched: drawings name no other
 * files, and the fonts are those of this checkout. The same drawing is the same picture (decision 0044).
 */
export const pictureOf = sameAgain(draw, 100);

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
