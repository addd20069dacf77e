import { type Benefit, benefitKindNames } from "@/lib/plan/benefit";
import { type Cost, costKindNames, fundingTypeNames } from "@/lib/plan/cost";
import { yearName, yearTyped } from "@/lib/plan/financial-year";
import { oneOf } from "./read-answer-workbook";

// The sheets of a plan's workbook on which its costs and its benefits stand, a line on each row, and by which words
// what is typed there is known again. Rows go by the line's id, columns by heading, whatever their order.

export type LinePart = "costs" | "benefits";

export const lineSheetNames: Readonly<Record<LinePart, string>> = { costs: "Costs", benefits: "Benefits" };

/** Which line a row is about, and of which action. */
export const lineLabels = {
  costs: "Cost id",
  benefits: "Benefit id",
  action: "Action id",
  title: "Action",
} as const;

const endHeadings = { assumption: "What it rests on", agreedBy: "Agreed by finance" } as const;

/** The headings of what can be changed on each sheet, by the box of the form that asks for the same. */
export const lineHeadings = {
  costs: {
    description: "Cost",
    kind: "Kind",
    pounds: "Pounds, or pounds a year",
    fromYear: "From year",
    years: "Years",
    doubleRunning: "Double running",
    source: "Who pays",
    fundingType: "Sort of money",
    ...endHeadings,
  },
  benefits: {
    description: "Benefit",
    kind: "Kind",
    pounds: "Pounds a year",
    hours: "Hours a year",
    text: "In words",
    use: "Use of the hours",
    financeOwner: "Use stated by",
    useKind: "Kind of that use",
    usePounds: "Use in pounds a year",
    fromYear: "From year",
    years: "Years",
    countedIn: "Counted under",
    ...endHeadings,
  },
} as const;

/** The box of a line that is told of; empty text for nothing. */
export type LineValues = Readonly<Record<string, string>>;

const listed = (names: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(names).map(([id, name]) => [name, id]));

const { cash_releasing, non_cash_releasing } = benefitKindNames;

/** The words of each list, and what they stand for. */
const lineWords: Readonly<Record<LinePart, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  costs: {
    kind: listed(costKindNames),
    fundingType: listed(fundingTypeNames),
    doubleRunning: { Yes: "yes", No: "" },
  },
  benefits: { kind: listed(benefitKindNames), useKind: listed({ cash_releasing, non_cash_releasing }) },
};

/** What a cell means; a message where it cannot mean anything. Text is taken as it is. */
export function lineCell(part: LinePart, box: string, text: string): { text: string } | { message: string } {
  const said = text.trim();
  const list = lineWords[part][box];
  if (said !== "" && list) {
    const meant = oneOf(list, said);
    if (meant !== null) return { text: meant };
    return { message: `“${said.slice(0, 60)}” is none of ${Object.keys(list).join(", ")}.` };
  }
  if (box === "fromYear") {
    const year = yearTyped(said);
    return { text: year === undefined ? said : yearName(year) };
  }
  if (["pounds", "hours", "usePounds", "years"].includes(box)) return { text: said.replace(/[£,\s]/g, "") };
  return { text };
}

/** A value as its list words it, for people. */
export function lineValueInWords(part: LinePart, box: string, value: string): string {
  if (value === "") return "nothing";
  return Object.entries(lineWords[part][box] ?? {}).find(([, id]) => id === value)?.[0] ?? value;
}

export function valuesOfCost(cost: Cost): LineValues {
  const { description, kind, pounds, fromYear, years, doubleRunning, funding, assumption, agreedBy } = cost;
  return {
    description,
    kind,
    assumption,
    agreedBy,
    pounds: String(pounds),
    years: String(years),
    fromYear: yearName(fromYear),
    doubleRunning: doubleRunning ? "yes" : "",
    source: funding?.source ?? "",
    fundingType: funding?.type ?? "",
  };
}

/** `countedIn` is the title of the action it is counted under. */
export function valuesOfBenefit(benefit: Benefit, countedIn: string): LineValues {
  const { description, kind, measure, fromYear, years, assumption, agreedBy } = benefit;
  const use = measure.unit === "hours" ? measure.use : null;
  return {
    description,
    kind,
    assumption,
    agreedBy,
    countedIn,
    years: String(years),
    fromYear: yearName(fromYear),
    pounds: measure.unit === "pounds" ? String(measure.pounds) : "",
    hours: measure.unit === "hours" ? String(measure.hours) : "",
    text: measure.unit === "other" ? measure.text : "",
    use: use?.text ?? "",
    financeOwner: use?.financeOwner ?? "",
    useKind: use?.kind ?? "",
    usePounds: use ? String(use.pounds) : "",
  };
}
