"use client";

import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { pointsInWords } from "@/lib/report/effort-words";

export type CurvePoint = { cost: number; overall: number; shown: string; stage: string };

const ink = { fill: "#212b32" };

/** The curve a person explores with mouse, finger or arrow keys; its table stands beside it. */
export function FrontierCurve({
  points,
  stages,
}: {
  points: readonly CurvePoint[];
  /** Where a stage is first reached. */
  stages: readonly { cost: number; name: string }[];
}) {
  return (
    <ResponsiveContainer width="100%" height={360}>
      <LineChart data={[...points]} margin={{ top: 8, right: 16, bottom: 24, left: 0 }}>
        <CartesianGrid stroke="#d8dde0" vertical={false} />
        <XAxis
          dataKey="cost"
          type="number"
          domain={[0, "dataMax"]}
          tick={ink}
          tickFormatter={(points: number) => points.toLocaleString("en-GB")}
          label={{ value: "Effort in points", position: "insideBottom", offset: -12, ...ink }}
        />
        <YAxis type="number" domain={[1, 5]} ticks={[1, 2, 3, 4, 5]} tick={ink} width={32} />
        <Tooltip content={Reading} isAnimationActive={false} />
        {stages.map(({ cost, name }) => (
          <ReferenceLine
            key={name}
            x={cost}
            stroke="#4c6272"
            strokeDasharray="4 4"
            label={<StageName name={name} />}
          />
        ))}
        <Line
          type="stepAfter"
          dataKey="overall"
          stroke="#005eb8"
          strokeWidth={3}
          dot={false}
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}

/** Along its line: beside each other the names of stages would run into one another on a phone. */
function StageName({ name, viewBox }: { name: string; viewBox?: { x: number; y: number; height: number } }) {
  if (!viewBox) return null;
  const { x, y, height } = viewBox;
  return (
    <text
      {...ink}
      transform={`translate(${x + 13} ${y + height - 8}) rotate(-90)`}
      stroke="#f0f4f5"
      strokeWidth={4}
      paintOrder="stroke"
    >
      {name}
    </text>
  );
}

function Reading({ payload }: { payload?: readonly { payload?: CurvePoint }[] }) {
  const point = payload?.[0]?.payload;
  if (!point) return null;
  return (
    <div className="border border-solid border-border bg-white p-2">
      {pointsInWords(point.cost)}: score {point.shown}, {point.stage}
    </div>
  );
}
