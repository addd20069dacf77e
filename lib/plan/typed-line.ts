import { z } from "zod";
import type { Wrong } from "@/lib/framework/problem";
import { TEXT_LIMIT, TITLE_LIMIT } from "./action";
import { type Benefit, benefitKinds, HOURS_LIMIT, type Measure } from "./benefit";
import { type Cost, costKinds, fundingTypes, POUNDS_LIMIT, YEARS_LIMIT } from "./cost";
import { YEAR_ASKED, yearTyped } from "./financial-year";
import { poundsTyped } from "./money-words";

// A cost or a benefit as it is typed, in a form or in a workbook: one set of rules, told by the box they are about.

const words = (limit: number) =>
  z.string().trim().max(limit, `Enter ${limit} characters or fewer`).default("");
const given = (limit: number, message: string) => words(limit).refine((text) => text !== "", message);

/** What cost and benefit lines share. */
const common = {
  description: given(TITLE_LIMIT, "Enter what it is"),
  assumption: given(TEXT_LIMIT, "Enter what the figure rests on"),
  fromYear: z.string().default(""),
  years: z.string().trim().default(""),
  agreedBy: words(TITLE_LIMIT),
};

export const costBoxes = z.object({
  ...common,
  kind: z.enum(costKinds, "Choose what kind of cost it is"),
  pounds: z.string().default(""),
  source: words(TITLE_LIMIT),
  fundingType: z.enum(["", ...fundingTypes]).default(""),
  doubleRunning: z.string().optional(),
});

/** The cost that was typed; `wrong` is told of what cannot be, and the rest stands in with something harmless. */
export function costTyped(typed: z.output<typeof costBoxes>, wrong: Wrong): Omit<Cost, "id"> {
  const { source, fundingType, kind } = typed;
  if (source && !fundingType) wrong("fundingType", "Choose what sort of money it is");
  if (!source && fundingType) wrong("source", "Enter who pays, or leave the sort of money empty");
  return {
    ...shared(typed, wrong, kind === "recurring_revenue"),
    kind,
    pounds: poundsIn(typed.pounds, "pounds", wrong),
    funding: source && fundingType ? { source, type: fundingType } : null,
    doubleRunning: Boolean(typed.doubleRunning),
  };
}

const units = ["pounds", "hours", "other"] as const;

export const benefitBoxes = z.object({
  ...common,
  kind: z.enum(benefitKinds, "Choose what kind of benefit it is"),
  unit: z.enum(units, "Choose how it is measured"),
  pounds: z.string().default(""),
  hours: z.string().default(""),
  text: words(TITLE_LIMIT),
  use: words(TEXT_LIMIT),
  financeOwner: words(TITLE_LIMIT),
  useKind: z.enum(["", "cash_releasing", "non_cash_releasing"]).default(""),
  usePounds: z.string().default(""),
  countedIn: z.string().default(""),
});

/** The benefit that was typed; `wrong` is told of what cannot be, and the rest stands in with something harmless. */
export function benefitTyped(typed: z.output<typeof benefitBoxes>, wrong: Wrong): Omit<Benefit, "id"> {
  const { kind, unit, countedIn } = typed;
  // Nobody is asked how much of what they have not chosen yet.
  const chosen = units.includes(unit);
  if (chosen && kind === "cash_releasing" && unit !== "pounds")
    wrong(
      "unit",
      "Cash is measured in pounds. Enter hours as non-cash-releasing; a finance owner can then say what they are used for",
    );
  return {
    ...shared(typed, wrong, true),
    kind,
    measure: measureTyped(typed, chosen ? wrong : () => undefined),
    countedIn: countedIn || null,
  };
}

type Common = Record<keyof typeof common, string>;

function shared(typed: Common, wrong: Wrong, lasts: boolean) {
  const { description, assumption, agreedBy } = typed;
  const fromYear = yearTyped(typed.fromYear);
  if (fromYear === undefined) wrong("fromYear", YEAR_ASKED);
  const years = lasts ? Number(typed.years) : 1;
  const whole = Number.isInteger(years) && years >= 1 && years <= YEARS_LIMIT;
  if (!whole) wrong("years", `Enter a whole number of years from 1 to ${YEARS_LIMIT}`);
  return { description, assumption, agreedBy, fromYear: fromYear ?? 0, years: whole ? years : 1 };
}

function poundsIn(text: string, box: string, wrong: Wrong): number {
  const found = poundsTyped(text);
  if (found === "negative") {
    wrong(box, "Money here is never less than nothing. Enter a saving as a benefit, and a cost as a cost");
  } else if (found === null || found === undefined) {
    wrong(box, "Enter whole pounds, such as 120,000");
  } else if (found > POUNDS_LIMIT) {
    wrong(box, `Enter at most ${POUNDS_LIMIT.toLocaleString("en-GB")}`);
  } else return found;
  return 0;
}

type TypedMeasure = Pick<
  z.output<typeof benefitBoxes>,
  "unit" | "pounds" | "hours" | "text" | "use" | "financeOwner" | "useKind" | "usePounds"
>;

function measureTyped(typed: TypedMeasure, wrong: Wrong): Measure {
  if (typed.unit === "pounds") return { unit: "pounds", pounds: poundsIn(typed.pounds, "pounds", wrong) };
  if (typed.unit === "other") {
    if (!typed.text) wrong("text", "Enter what changes and by how much");
    return { unit: "other", text: typed.text };
  }
  const bare = typed.hours.replace(/[,\s]/g, "");
  const hours = /^\d{1,8}$/.test(bare) ? Number(bare) : Number.NaN;
  if (!(hours <= HOURS_LIMIT)) wrong("hours", "Enter a whole number of hours a year, such as 5,000");
  return { unit: "hours", hours: Number.isNaN(hours) ? 0 : hours, use: hoursUseTyped(typed, wrong) };
}

function hoursUseTyped(typed: TypedMeasure, wrong: Wrong) {
  const { use, financeOwner, useKind, usePounds } = typed;
  if (!use && !financeOwner && !useKind && !usePounds) return null;
  if (!use) wrong("use", "Enter what the hours are used for, or leave these four boxes empty");
  if (!financeOwner) wrong("financeOwner", "Enter who in finance stated it");
  if (!useKind) wrong("useKind", "Choose what kind of benefit finance says it is");
  const pounds = poundsIn(usePounds, "usePounds", wrong);
  return { text: use, financeOwner, kind: useKind || ("non_cash_releasing" as const), pounds };
}
