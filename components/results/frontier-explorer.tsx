"use client";

import dynamic from "next/dynamic";
import type { CurvePoint } from "./frontier-curve";

/** The library that draws it is large and draws in the browser alone: it is fetched where the curve is looked at. */
const FrontierCurve = dynamic(() => import("./frontier-curve").then((module) => module.FrontierCurve), {
  ssr: false,
});

/** The effort-to-score curve, to be explored. Its place is kept free while it comes; the table needs no script. */
export function FrontierExplorer(props: {
  points: readonly CurvePoint[];
  stages: readonly { cost: number; name: string }[];
}) {
  return (
    <div className="app-explorer">
      <FrontierCurve {...props} />
    </div>
  );
}
