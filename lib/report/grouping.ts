import type { Framework } from "@/lib/framework/schema";

/** The lens by which results are shown beside the dimensions, in words. */
export type Grouping = {
  lens: "wgll" | "control";
  /** All of its groups, as a heading. */
  heading: string;
  /** One of its groups, as the heading of a column. */
  one: string;
  /** The name of its sheet in a workbook. */
  sheet: string;
};

const PILLARS: Grouping = {
  lens: "wgll",
  heading: "What Good Looks Like pillars",
  one: "Pillar",
  sheet: "Pillars",
};
const CONTROL: Grouping = {
  lens: "control",
  heading: "Who controls it",
  one: "Controlled by",
  sheet: "Who controls it",
};

/** Who controls it where the framework tells, since that is what a practice looks at first; else the pillars. */
export function groupingOf(framework: Framework): Grouping {
  return framework.lenses.some(({ id }) => id === CONTROL.lens) ? CONTROL : PILLARS;
}
