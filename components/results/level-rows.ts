import { ink } from "@/lib/charts/drawing";
import { element, escaped } from "@/lib/charts/svg";
import type { Capability } from "@/lib/framework/schema";
import type { DimensionFindings, Finding } from "@/lib/report/findings";
import { levelInFigures, stateInWords } from "@/lib/report/level-words";
import { itemMarkup, itemsMarkup } from "./markup";

type AnswerHref = (capability: Capability) => string | null;

/** The columns of the rows below, in their order. */
export const levelColumns = ["Capability", "Level", "Missing"] as const;

/** The rows of a dimension's ladder as markup: each capability, its level in figures and drawn, what is missing. */
export function levelRows({ findings, notApplicable }: DimensionFindings, answerHref: AnswerHref): string {
  const aside = notApplicable.map(({ capability, title, reason }) =>
    row(
      capability,
      itemMarkup({ text: title, href: answerHref(capability) }),
      "Does not apply",
      escaped(reason),
    ),
  );
  return [...findings.map((finding) => findingRow(finding, answerHref)), ...aside].join("");
}

function findingRow(finding: Finding, answerHref: AnswerHref): string {
  const { capability, title, gate, carriedForward, low, high } = finding;
  const name = [
    itemMarkup({ text: title, href: answerHref(capability) }),
    ...(gate ? [tag("purple", "Safeguard")] : []),
    ...(carriedForward ? [tag("yellow", "To confirm")] : []),
  ].join(" ");
  const level = `${element("strong", {}, levelInFigures(finding))} ${strip(low, high)}`;
  return row(capability, name, level, missing(finding));
}

/** The roles give back what stacking on a narrow screen takes from a table; the bold words name the columns there. */
function row({ id }: Capability, ...[name, ...cells]: [string, string, string]): string {
  const others = cells.map((cell, index) => {
    const header = element("b", { "aria-hidden": "true" }, levelColumns[index + 1] ?? "");
    return element("td", { role: "cell" }, header, element("div", {}, cell));
  });
  return element(
    "tr",
    { role: "row", id },
    element("th", { scope: "row", role: "rowheader" }, name),
    ...others,
  );
}

function missing({ next, missing, notKnown }: Finding): string {
  if (next === null) return "This is the highest level";
  const count = `${missing.length} ${missing.length === 1 ? "criterion" : "criteria"} for level ${next}`;
  const items = missing.map(({ text, state }) => ({
    text,
    ...(state === "not_met" ? {} : { quiet: stateInWords(state) }),
  }));
  const list = element("ul", { class: "nhsuk-list nhsuk-list--bullet" }, itemsMarkup(items));
  const unknown = notKnown > 0 ? element("p", {}, `${notKnown} of its criteria are not known.`) : "";
  return element(
    "details",
    { class: "app-details text-left tablet:w-72" },
    element("summary", {}, count),
    element("div", {}, list, unknown),
  );
}

function tag(colour: string, words: string): string {
  return element("strong", { class: `nhsuk-tag nhsuk-tag--${colour}` }, words);
}

const levels = [1, 2, 3, 4, 5];
const box = { width: 18, height: 14, gap: 3 };
const strips = new Map<string, string>();

/** Five boxes, filled as far as reached, pale and dashed as far as still possible. The figure beside it says the same. */
function strip(low: number, high: number): string {
  const key = `${low} ${high}`;
  const known = strips.get(key) ?? drawStrip(low, high);
  strips.set(key, known);
  return known;
}

function drawStrip(low: number, high: number): string {
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
  const size = { width: levels.length * (box.width + box.gap), height: box.height + 2 };
  return element("svg", { ...size, "aria-hidden": "true", focusable: "false" }, ...boxes);
}
