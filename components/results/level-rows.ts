import { ink } from "@/lib/charts/drawing";
import { element, escaped } from "@/lib/charts/svg";
import type { Capability, Level } from "@/lib/framework/schema";
import type { DimensionFindings, Finding } from "@/lib/report/findings";
import { levelInFigures } from "@/lib/report/level-words";
import { itemMarkup } from "./markup";

/** What the rows lead to and what stands beside the trust's own levels. */
export type LevelRowsView = {
  answerHref: (capability: Capability) => string | null;
  /** Where the criteria behind each level are. */
  workingHref: string;
  /** The reviewer's level where it differs, by capability id. */
  reviewer?: ReadonlyMap<string, Level>;
};

/** The columns of the rows below, in their order. */
export const levelColumns = ["Capability", "Level", "Missing"] as const;

/** The rows of a dimension's ladder as markup: each capability, its level in figures and drawn, what is missing. */
export function levelRows({ findings, notApplicable }: DimensionFindings, view: LevelRowsView): string {
  const aside = notApplicable.map(({ capability, title, reason }) =>
    row(
      capability,
      itemMarkup({ text: title, href: view.answerHref(capability) }),
      "Does not apply",
      escaped(reason),
    ),
  );
  return [...findings.map((finding) => findingRow(finding, view)), ...aside].join("");
}

function findingRow(finding: Finding, { answerHref, workingHref, reviewer }: LevelRowsView): string {
  const { capability, title, gate, carriedForward, low, high } = finding;
  const name = [
    itemMarkup({ text: title, href: answerHref(capability) }),
    ...(gate ? [tag("purple", "Safeguard")] : []),
    ...(carriedForward ? [tag("yellow", "To confirm")] : []),
  ].join(" ");
  const said = reviewer?.get(capability.id);
  const beside = said === undefined ? "" : element("p", { class: "mb-0" }, `Reviewer: level ${said}`);
  const level = `${element("strong", {}, levelInFigures(finding))} ${strip(low, high)}${beside}`;
  return row(capability, name, level, missing(finding, workingHref));
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

function missing({ capability, next, missing, notKnown }: Finding, workingHref: string): string {
  const count = `${missing.length} ${missing.length === 1 ? "criterion" : "criteria"} for level ${next}`;
  const text = next === null ? "This is the highest level" : count;
  return itemMarkup({
    text,
    href: `${workingHref}#${capability.id}`,
    ...(notKnown > 0 && { quiet: `${notKnown} not known` }),
  });
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
