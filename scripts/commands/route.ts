import { parseArgs } from "node:util";
import type { Level, Stage } from "@/lib/framework/schema";
import { ROUTE_CAUTION, shortestRoute, type RouteRequest } from "@/lib/scoring/route";
import { badInput, jsonOutput, readAssessment, type Command, type Outcome } from "@/scripts/command-line";

const USAGE =
  "usage: npm run --silent route -- FILE --to-stage STAGE [--to-overall SCORE] [--pin CAPABILITY=LEVEL]… [--exclude CAPABILITY]…";

/** `route FILE`: the raises of least effort that reach a stage, an overall score, or both. */
export const routeCommand: Command = async (args, place) => {
  const asked = readArguments(args);
  if ("exitCode" in asked) return asked;
  const read = await readAssessment(asked.file, place);
  if ("exitCode" in read) return read;
  const found = shortestRoute(read.framework, read.careSetting, read.answers, asked.request);
  if (found.ok) return jsonOutput(found.route, ROUTE_CAUTION);
  return { exitCode: found.because === "request" ? 2 : 3, errors: [found.reason] };
};

function readArguments(
  args: string[],
): { file: string; request: RouteRequest } | (Outcome & { exitCode: 2 }) {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        "to-stage": { type: "string" },
        "to-overall": { type: "string" },
        pin: { type: "string", multiple: true, default: [] },
        exclude: { type: "string", multiple: true, default: [] },
      },
    });
  } catch (error) {
    return badInput(error instanceof Error ? error.message : String(error), USAGE);
  }
  const { values, positionals } = parsed;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) return badInput(USAGE);

  const toStage = values["to-stage"];
  if (toStage !== undefined && !isLevel(toStage)) return badInput(`--to-stage ${toStage}: must be 1 to 5`);
  const pins = new Map<string, Level>();
  for (const pin of values.pin) {
    const [capability = "", level = "", ...rest] = pin.split("=");
    if (!isLevel(level) || rest.length > 0) return badInput(`--pin ${pin}: write it like c06-3=3`);
    const before = pins.get(capability) ?? 1;
    pins.set(capability, Math.max(before, Number(level)) as Level);
  }
  return {
    file,
    request: {
      ...(toStage !== undefined && { toStage: Number(toStage) as Stage }),
      ...(values["to-overall"] !== undefined && { toOverall: values["to-overall"] }),
      pins,
      exclude: new Set(values.exclude),
    },
  };
}

function isLevel(text: string): boolean {
  return /^[1-5]$/.test(text);
}
