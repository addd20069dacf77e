import { z } from "zod";
import { evidenceGrades, verifiers } from "@/lib/assessment/evidence";
import { dayBoxes, dayOrNone } from "@/lib/http/day-boxes";
import type { Wrong } from "@/lib/framework/problem";
import { readTogether } from "@/lib/http/read-fields";

const line = (limit: number) =>
  z.string().trim().max(limit, `Enter ${limit} characters or fewer`).default("");

/** The boxes of a piece of evidence, as a browser sends them. */
const boxes = {
  title: line(500).refine((text) => text !== "", "Enter a title"),
  url: line(2000).refine(
    (text) => text === "" || (/^https?:\/\//i.test(text) && URL.canParse(text)),
    "Enter a web address that starts with http:// or https://, or leave it empty",
  ),
  reference: line(500),
  owner: line(200),
  ...dayBoxes("effective"),
  ...dayBoxes("review"),
  grade: z.enum(evidenceGrades, "Choose how well it shows the answer"),
  verifiedBy: z.union([z.enum(verifiers), z.literal("")]).default(""),
};

type Typed = z.output<z.ZodObject<typeof boxes>>;

function evidenceTyped(typed: Typed, wrong: Wrong) {
  const effectiveOn = dayOrNone(typed, "effective", wrong, { of: "since when it holds" });
  const reviewOn = dayOrNone(typed, "review", wrong, { of: "until when it can be relied on" });
  if (!typed.url && !typed.reference) wrong("reference", "Enter a web address or a document reference");
  if (typed.grade === "verified" && !typed.verifiedBy) wrong("verifiedBy", "Choose who verified it");
  const { title, url, reference, owner, grade, verifiedBy } = typed;
  return {
    title,
    url: url || null,
    reference,
    owner,
    effectiveOn,
    reviewOn,
    grade,
    verifiedBy: grade === "verified" && verifiedBy ? verifiedBy : null,
  };
}

/** A new piece; with the answer it is for, where it was begun from there. */
export const newEvidenceFields = readTogether(
  z.object({ ...boxes, ods: z.string(), key: z.guid().optional(), for: z.string().default("") }),
  (typed, wrong) => ({
    ods: typed.ods,
    key: typed.key,
    place: placeFrom(typed.for),
    evidence: evidenceTyped(typed, wrong),
  }),
);

/** A changed piece, against the version it was read at. */
export const changedEvidenceFields = readTogether(
  z.object({ ...boxes, ods: z.string(), id: z.string(), version: z.coerce.number().int().min(1) }),
  (typed, wrong) => ({
    ods: typed.ods,
    id: typed.id,
    version: typed.version,
    evidence: evidenceTyped(typed, wrong),
  }),
);

/** "assessment/capability/scope" as a place; null for anything else. */
export function placeFrom(
  text: string,
): { assessmentId: string; capabilityId: string; scope: string } | null {
  const [assessmentId, capabilityId, scope, ...more] = text.split("/");
  return assessmentId && capabilityId && scope && more.length === 0
    ? { assessmentId, capabilityId, scope }
    : null;
}
