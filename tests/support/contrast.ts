import type { Page } from "@playwright/test";

/**
 * Of these places, those whose words are too faint: axe leaves a place open where something is drawn beside or behind
 * the words (a choice's circle, the shapes of a drawing), where a table has scrolled them out of sight, and where they
 * are but one sign. Here every colour that lies behind them counts, and the worst of them has to do: 4.5 to one, 3 for
 * large words (WCAG 1.4.3), or what `least` says (1.4.6).
 */
export function faintOf(
  page: Page,
  places: readonly string[],
  least: { words: number; large: number } = { words: 4.5, large: 3 },
): Promise<string[]> {
  return page.evaluate(
    ({ places, least }) => {
      type Colour = { light: number; opaque: number };
      const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
      if (!canvas) throw new Error("This browser draws nothing");
      /** Relative luminance of a colour, however it is written, and how much it covers. */
      const colourOf = (written: string): Colour => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = written;
        canvas.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
        const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
          part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
        );
        return { light: 0.2126 * r + 0.7152 * g + 0.0722 * b, opaque: alpha / 255 };
      };
      const ratio = (one: number, other: number) =>
        (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

      /** The colour of the page at a part: that of the nearest part around it that has one. */
      const under = (part: Element | null): number | null => {
        for (let at = part; at; at = at.parentElement) {
          const { backgroundColor, backgroundImage } = getComputedStyle(at);
          if (backgroundImage !== "none") return null;
          const { light, opaque } = colourOf(backgroundColor);
          if (opaque === 1) return light;
          if (opaque > 0) return null;
        }
        return 1;
      };
      const wordsOf = (part: Element) => {
        const range = document.createRange();
        range.selectNodeContents(part);
        return range.getBoundingClientRect();
      };
      /** Whether what a style sheet draws before or after the words lies behind them. */
      const isDrawnOver = (part: HTMLElement) =>
        ["::before", "::after"].some((which) => {
          const drawn = getComputedStyle(part, which);
          if (drawn.content === "none" || drawn.opacity === "0") return false;
          const isFilled = colourOf(drawn.backgroundColor).opaque > 0 || drawn.backgroundImage !== "none";
          const around = getComputedStyle(part).position === "static" ? part.offsetParent : part;
          const from = (around ?? part).getBoundingClientRect().left + parseFloat(drawn.left);
          const to = from + parseFloat(drawn.width) + parseFloat(drawn.borderRightWidth) * 2;
          return isFilled && !(drawn.position === "absolute" && to <= wordsOf(part).left);
        });
      /** What is drawn beneath words of a drawing: the shapes before them that they touch, in the order of drawing. */
      const beneath = (words: Element, drawing: SVGSVGElement): (number | null)[] => {
        const { left, top, width, height } = words.getBoundingClientRect();
        const points = [0.02, 0.25, 0.5, 0.75, 0.98].flatMap((x) =>
          [0.2, 0.5, 0.8].map((y) => new DOMPoint(left + x * width, top + y * height)),
        );
        let found: (number | null)[] = [under(drawing)];
        for (const shape of drawing.querySelectorAll<SVGGeometryElement>(
          "path, rect, circle, polygon, line, ellipse",
        )) {
          if (!(shape.compareDocumentPosition(words) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
          const { fill, fillOpacity, stroke, opacity } = getComputedStyle(shape);
          const way = shape.getScreenCTM()?.inverse();
          if (!way || shape.closest("defs")) continue;
          const filled = points.filter((point) => shape.isPointInFill(point.matrixTransform(way))).length;
          const crossed = points.some((point) => shape.isPointInStroke(point.matrixTransform(way)));
          if (fill !== "none" && filled > 0) {
            const { light, opaque } = fill.startsWith("url") ? { light: null, opaque: 1 } : colourOf(fill);
            const covers = opaque * Number(fillOpacity) * Number(opacity) === 1;
            if (covers && filled === points.length) found = [];
            found.push(covers ? light : null);
          }
          if (stroke !== "none" && crossed) found.push(colourOf(stroke).light);
        }
        return found;
      };

      return places.flatMap((place) => {
        const part = document.querySelector<HTMLElement>(place);
        if (!part) return [`${place} is not there`];
        const drawing = part.closest("svg");
        const style = getComputedStyle(part);
        const { light, opaque } = colourOf(drawing ? style.fill : style.color);
        const behind = drawing ? beneath(part, drawing) : [isDrawnOver(part) ? null : under(part)];
        const size = parseFloat(style.fontSize);
        const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        const needed = isLarge ? least.large : least.words;
        if (opaque < 1 || behind.includes(null)) return [`${place} lies on something that cannot be told`];
        const worst = Math.min(...behind.map((one) => ratio(light, one ?? light)));
        return worst < needed ? [`${place} stands at ${worst.toFixed(2)} to one`] : [];
      });
    },
    { places, least },
  );
}
