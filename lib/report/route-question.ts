import type { Capability, Level, Stage } from "@/lib/framework/schema";

/** What a person asks of the shortest way, read from the address of the page. */
export type RouteQuestion = {
  toStage: Stage | null;
  /** A decimal as it was typed. */
  toOverall: string | null;
  /** "At least this level", by capability id. */
  pins: ReadonlyMap<string, Level>;
  /** "Leave as it is", capability ids. */
  exclude: ReadonlySet<string>;
};

/** What a page is called with: the text of each parameter, or a list where it came several times. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** A field of the form that was not understood. */
export type QuestionError = { field: "overall" | "stage" | "pin" | "exclude"; text: string };

/** What the form is filled with again when something in it was not understood. */
export type TypedQuestion = { overall: string; pin: string; pinLevel: string; exclude: string };

/** A question as it was asked, with what could not be read. */
export type AskedRoute = { question: RouteQuestion; errors: QuestionError[]; typed: TypedQuestion };

/** What can be asked here. */
export type RouteChoices = {
  /** Stages above the present one. */
  stages: readonly Stage[];
  /** Capabilities that may be named: those that apply and that the person may see. */
  capabilities: readonly Capability[];
};

const LEVELS = new Map<string, Level>([
  ["2", 2],
  ["3", 3],
  ["4", 4],
  ["5", 5],
]);

/**
 * Reads the question: `stage`, `overall`, any number of `pin=c06-3=3` and `exclude=c11-4`, and the form's own
 * fields for one more of each. Asked for nothing at all, it is the next stage.
 */
export function askedRoute(params: SearchParams, { stages, capabilities }: RouteChoices): AskedRoute {
  const errors: QuestionError[] = [];
  const known = new Set(capabilities.map(({ id }) => id));

  const typedStage = one(params.stage);
  const stage = stages.find((choice) => String(choice) === typedStage) ?? null;
  if (typedStage !== "" && stage === null) {
    errors.push({ field: "stage", text: "Choose a stage from the list" });
  }
  const typedOverall = one(params.overall);
  const overall = /^[1-5](\.\d{1,6})?$/.test(typedOverall) && Number(typedOverall) <= 5 ? typedOverall : null;
  if (typedOverall !== "" && overall === null) {
    errors.push({ field: "overall", text: "Enter an overall score from 1 to 5, like 3.2" });
  }

  const pins = new Map<string, Level>();
  for (const pin of [...all(params.pin), addedPin(params)]) {
    const [id = "", level = ""] = pin.split("=");
    const wanted = LEVELS.get(level);
    if (pin === "") continue;
    if (known.has(id) && wanted) pins.set(id, wanted);
    else errors.push({ field: "pin", text: "Choose a capability and the level it must reach" });
  }
  const exclude = new Set<string>();
  for (const id of [...all(params.exclude), one(params.addExclude)]) {
    if (known.has(id)) exclude.add(id);
    else if (id !== "") errors.push({ field: "exclude", text: "Choose a capability from the list" });
  }
  const both = capabilities.find(({ id }) => pins.has(id) && exclude.has(id));
  if (both) {
    const text = `${both.number} ${both.name} cannot both reach a level and be left as it is`;
    errors.push({ field: "exclude", text });
  }
  const nothingAsked = typedStage === "" && typedOverall === "";
  const toStage = nothingAsked ? (stages[0] ?? null) : stage;
  const wrong = errors.length > 0;
  const typed = {
    overall: typedOverall,
    pin: wrong ? one(params.addPin) : "",
    pinLevel: wrong ? one(params.addPinLevel) : "",
    exclude: wrong ? one(params.addExclude) : "",
  };
  return { question: { toStage, toOverall: overall, pins, exclude }, errors, typed };
}

/** The question as an address holds it; the same question always in the same words. */
export function routeSearch({ toStage, toOverall, pins, exclude }: RouteQuestion): string {
  const search = new URLSearchParams();
  if (toStage !== null) search.set("stage", String(toStage));
  if (toOverall !== null) search.set("overall", toOverall);
  for (const [id, level] of pins) search.append("pin", `${id}=${level}`);
  for (const id of exclude) search.append("exclude", id);
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

/** The same question without one of its conditions. */
export function withoutCondition(question: RouteQuestion, capabilityId: string): RouteQuestion {
  return {
    ...question,
    pins: new Map([...question.pins].filter(([id]) => id !== capabilityId)),
    exclude: new Set([...question.exclude].filter((id) => id !== capabilityId)),
  };
}

/** A capability without a level, or the other way round, is a mistake; neither is nothing to add. */
function addedPin(params: SearchParams): string {
  const [id, level] = [one(params.addPin), one(params.addPinLevel)];
  return id === "" && level === "" ? "" : `${id}=${level}`;
}

function all(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat();
}

function one(value: string | string[] | undefined): string {
  return all(value).at(-1)?.trim() ?? "";
}
