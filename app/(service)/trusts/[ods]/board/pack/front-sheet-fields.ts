import { z } from "zod";
import { dayBoxes, dayOrNone } from "@/lib/http/day-boxes";
import { readTogether } from "@/lib/http/read-fields";
import {
  cqcDomains,
  type CqcDomain,
  LEVELS_LIMIT,
  LINE_LIMIT,
  type Purpose,
  purposes,
  TEXT_LIMIT,
} from "@/lib/report/front-sheet";

const limited = (limit: number) =>
  z.string().trim().max(limit, `Enter ${limit} characters or fewer`).default("");
const line = limited(LINE_LIMIT);
const text = limited(TEXT_LIMIT);

/** The front sheet as a browser sends it, against the version it was read at. */
export const frontSheetFields = readTogether(
  z.object({
    ods: z.string().max(12),
    version: z.coerce.number().int().min(0),
    title: line.refine((typed) => typed !== "", "Enter the title of the paper"),
    meeting: line,
    ...dayBoxes("meetingOn"),
    agendaReference: line,
    author: line,
    leadDirector: line,
    purpose: z.enum(Object.keys(purposes) as [Purpose], "Choose what the board is asked to do"),
    assuranceLevel: line,
    assuranceLevels: text,
    objectives: text,
    riskRegister: text,
    cqcDomains: z
      .union([z.string(), z.array(z.string())])
      .default([])
      .transform((chosen) => [chosen].flat().filter((id): id is CqcDomain => Object.hasOwn(cqcDomains, id))),
    consideredBy: text,
    implications: text,
    recommendation: text,
  }),
  (typed, wrong) => {
    const meetingOn = dayOrNone(typed, "meetingOn", wrong, { example: "3 12 2026" });
    const assuranceLevels = linesOf(typed.assuranceLevels);
    if (assuranceLevels.length > LEVELS_LIMIT) {
      wrong("assuranceLevels", `List ${LEVELS_LIMIT} assurance levels or fewer, one a line`);
    }
    if (assuranceLevels.some((level) => level.length > LINE_LIMIT)) {
      wrong("assuranceLevels", `Enter ${LINE_LIMIT} characters or fewer for each assurance level`);
    }
    if (typed.assuranceLevel !== "" && !assuranceLevels.includes(typed.assuranceLevel)) {
      wrong("assuranceLevel", "Choose an assurance level from your list, or add it to the list");
    }
    const { title, meeting, agendaReference, author, leadDirector, purpose, assuranceLevel } = typed;
    const { objectives, riskRegister, consideredBy, implications, recommendation } = typed;
    return {
      ods: typed.ods,
      version: typed.version,
      sheet: {
        title,
        meeting,
        meetingOn,
        agendaReference,
        author,
        leadDirector,
        purpose,
        assuranceLevel,
        assuranceLevels,
        objectives,
        riskRegister,
        cqcDomains: typed.cqcDomains,
        consideredBy,
        implications,
        recommendation,
      },
    };
  },
);

function linesOf(typed: string): string[] {
  const lines = typed.split("\n").map((each) => each.trim());
  return [...new Set(lines.filter((each) => each !== ""))];
}
