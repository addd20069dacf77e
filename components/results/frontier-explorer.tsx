"use client";

import dynamic from "next/dynamic";
import type { CurvePoint } from "./frontier-curve";

/** The library that draws it is large and draws in the browser alone: it is fetched where the curve is looked at. */
const FrontierCurve = dynamic(() => import("./frontier-curve").then((module) => module.FrontierCurve), {
  ssr: false,
});

/**
 * The effort-to-score curve, to be explored, and how to read it. Its place is kept free while it comes; without script
 * there is neither, and the table says it all.
 */
export function FrontierExplorer(props: {
  points: readonly CurvePoint[];
  stages: readonly { cost: number; name: string }[];
}) {
  return (
    <div className="app-explored">
      <p>
        The line rises steeply where little work gains much. It is flat where only large work is left.{" "}
        <span className="print:hidden">
          With a mouse, a finger or the arrow keys you can read any point of it; the tables below have them
          all.
        </span>
      </p>
      <div className="app-explorer">
        <FrontierCurve {...props} />
      </div>
    </div>
  );
}
