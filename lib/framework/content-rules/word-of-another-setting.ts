import { problemAt, type ContentRule } from "@/lib/framework/content-rules/places";
import { proseOf, type ProseKind } from "@/lib/framework/content-rules/prose";
import { finderOf } from "@/lib/framework/content-rules/word-list";
import type { CareSetting } from "@/lib/framework/schema";

/** Words of one kind of care that another does not have: a reader who meets them stops trusting the question. */
const strangeWords: Partial<Record<CareSetting, (text: string) => string[]>> = {
  ambulance: finderOf(`
    ward, wards, inpatient, inpatients, outpatient, outpatients, theatre, theatres, clinic, clinics, bed, beds,
    appointment, appointments, admission, admissions, caseload, caseloads, specialty, specialties, discharged,
    discharge summary, discharge summaries, electronic patient record, virtual ward, virtual wards`),
  community: finderOf("theatre, theatres, inpatient wards, specialty, specialties, crew, station, stations"),
  mental_health: finderOf("theatre, theatres, specialty, specialties, crew, station, stations"),
};

/** Hints and examples of evidence are written once for all settings and may name several of them. */
const WORDED_APART: readonly ProseKind[] = ["name", "stem", "criterion"];

/** Care settings differ in their words (design 2): theatres, caseload, dispatch. */
export const wordOfAnotherSetting: ContentRule = (framework) =>
  proseOf(framework)
    .filter(({ kind }) => WORDED_APART.includes(kind))
    .flatMap(({ text, settings, at }) =>
      settings.flatMap((setting) =>
        (strangeWords[setting]?.(text) ?? []).map((word) =>
          problemAt(at, `"${word}" is strange in ${setting}: give that setting its own wording`),
        ),
      ),
    );
