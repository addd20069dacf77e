import { isMarking, type Marking } from "./marking";

/** The parts of a gap report, in the order they stand in it. */
export const reportParts = {
  summary: "Executive summary",
  position: "Position and scores",
  method: "How the figures come about",
  priorities: "Gaps by priority",
  findings: "Findings by dimension",
  route: "Shortest way to the next stage",
  plan: "Actions, cost and benefit",
  appendix: "Appendix: every answer",
} as const;

export type ReportPart = keyof typeof reportParts;

/** What of a gap report is wanted. */
export type ReportChoice = {
  parts: ReadonlySet<ReportPart>;
  /** With the notes that people wrote beside their answers. */
  notes: boolean;
  /** With sensitive capabilities by name, for who may see them. */
  sensitive: boolean;
  marking: Marking;
};

const everyPart = Object.keys(reportParts) as ReportPart[];

/** All of it: what nobody chose from. */
export const WHOLE_REPORT: ReportChoice = {
  parts: new Set(everyPart),
  notes: true,
  sensitive: true,
  marking: "confidential",
};

/** The query of an address, a name that stands in it several times as a list. */
export type ChoiceQuery = Readonly<Record<string, string | string[] | undefined>>;

/** Reads what was chosen from an address; null where every part was left out, of which no report can be made. */
export function choiceAsked(query: ChoiceQuery): ReportChoice | null {
  const marking = [query.marking].flat()[0];
  const marked = isMarking(marking) ? marking : WHOLE_REPORT.marking;
  if (query.chosen === undefined) return { ...WHOLE_REPORT, marking: marked };
  const include = [query.include ?? []].flat();
  const parts = everyPart.filter((part) => include.includes(part));
  if (parts.length === 0) return null;
  return {
    parts: new Set(parts),
    notes: include.includes("notes"),
    sensitive: include.includes("sensitive"),
    marking: marked,
  };
}

/** The same from a request's address. */
export function choiceOf(search: URLSearchParams): ReportChoice | null {
  const chosen = search.get("chosen") ?? undefined;
  return choiceAsked({
    chosen,
    include: search.getAll("include"),
    marking: search.get("marking") ?? undefined,
  });
}

/** What was chosen as the end of an address, "?chosen=yes&include=findings"; empty for the whole report. */
export function choiceSearch({ parts, notes, sensitive, marking }: ReportChoice): string {
  const include = [...parts, ...(notes ? ["notes"] : []), ...(sensitive ? ["sensitive"] : [])];
  const whole = parts.size === everyPart.length && notes && sensitive;
  const query = new URLSearchParams([
    ...(whole ? [] : [["chosen", "yes"], ...include.map((name) => ["include", name])]),
    ...(marking === WHOLE_REPORT.marking ? [] : [["marking", marking]]),
  ]).toString();
  return query ? `?${query}` : "";
}
