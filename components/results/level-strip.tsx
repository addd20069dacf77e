import { ink } from "@/lib/charts/drawing";
import { element } from "@/lib/charts/svg";

type Props = { low: number; high: number };

const box = { width: 18, height: 14, gap: 3 };
const levels = [1, 2, 3, 4, 5];

/**
 * A rung of the ladder inside a table: five boxes, filled as far as reached, pale and dashed as far as still
 * possible. The level
 * stands beside it in figures, so nobody needs the drawing, and it is not read out.
 */
export function LevelStrip({ low, high }: Props) {
  const boxes = levels.map((level) =>
    element("rect", {
      x: (level - 1) * (box.width + box.gap) + 1,
      y: 1,
      width: box.width,
      height: box.height,
      fill: level <= low ? ink.solid : level <= high ? ink.faint : ink.paper,
      stroke: level <= low ? ink.solid : level <= high ? ink.bright : ink.line,
      "stroke-dasharray": level > low && level <= high ? "3 2" : undefined,
    }),
  );
  return (
    <span
      aria-hidden="true"
      dangerouslySetInnerHTML={{
        __html: element(
          "svg",
          { width: levels.length * (box.width + box.gap), height: box.height + 2, focusable: "false" },
          ...boxes,
        ),
      }}
    />
  );
}
