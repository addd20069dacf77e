import { dateInWords } from "./dates";

/** What a board is asked to do with a paper. */
export const purposes = {
  assurance: "Assurance",
  decision: "Decision",
  discussion: "Discussion",
  information: "Information",
} as const;

/** The key questions of the Care Quality Commission that a paper can bear on. */
export const cqcDomains = {
  safe: "Safe",
  effective: "Effective",
  caring: "Caring",
  responsive: "Responsive",
  well_led: "Well led",
} as const;

export type Purpose = keyof typeof purposes;
export type CqcDomain = keyof typeof cqcDomains;

/** The front sheet of a board paper (design 2, board papers). A field that was left empty is left out of the pack. */
export type FrontSheet = {
  title: string;
  meeting: string;
  meetingOn: Date | null;
  agendaReference: string;
  author: string;
  leadDirector: string;
  purpose: Purpose;
  /** The trust's own list to choose from, and what was chosen from it. */
  assuranceLevels: string[];
  assuranceLevel: string;
  objectives: string;
  riskRegister: string;
  cqcDomains: CqcDomain[];
  consideredBy: string;
  implications: string;
  /** One recommendation a line; empty where what the results ask for stands in its place. */
  recommendation: string;
};

/** What stands there before anybody filled it in. */
export const emptyFrontSheet: FrontSheet = {
  title: "Digital maturity: where we stand and what to do next",
  meeting: "Board of directors",
  meetingOn: null,
  agendaReference: "",
  author: "",
  leadDirector: "",
  purpose: "assurance",
  assuranceLevels: ["Substantial", "Acceptable", "Partial", "None"],
  assuranceLevel: "",
  objectives: "",
  riskRegister: "",
  cqcDomains: [],
  consideredBy: "",
  implications: "",
  recommendation: "",
};

/** The most characters that a line and a text of it may have. */
export const LINE_LIMIT = 200;
export const TEXT_LIMIT = 2000;
/** The most assurance levels that a trust may list. */
export const LEVELS_LIMIT = 10;

/** The front sheet as rows to read, without what was left empty. */
export function frontSheetRows(sheet: FrontSheet): { name: string; value: string }[] {
  const rows: [string, string][] = [
    ["Meeting", sheet.meeting],
    ["Date", sheet.meetingOn ? dateInWords(sheet.meetingOn) : ""],
    ["Agenda reference", sheet.agendaReference],
    ["Author", sheet.author],
    ["Lead director", sheet.leadDirector],
    ["Purpose", purposes[sheet.purpose]],
    ["Assurance level", sheet.assuranceLevel],
    ["Links to objectives", sheet.objectives],
    ["Risk register", sheet.riskRegister],
    ["Care Quality Commission key questions", sheet.cqcDomains.map((id) => cqcDomains[id]).join(", ")],
    ["Previously considered by", sheet.consideredBy],
    ["Implications", sheet.implications],
  ];
  return rows.flatMap(([name, value]) => (value === "" ? [] : [{ name, value }]));
}

/** The recommendations that were typed, one a line. */
export function recommendationsOf({ recommendation }: FrontSheet): string[] {
  return recommendation
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
