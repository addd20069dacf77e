import { problemAt, type ContentRule } from "@/lib/framework/content-rules/places";
import { proseOf, type ProseKind } from "@/lib/framework/content-rules/prose";
import { found } from "@/lib/framework/content-rules/word-list";
import type { CareSetting } from "@/lib/framework/schema";

/** Words of one kind of care that another does not have: a reader who meets them stops trusting the question. */
const STRANGE: Partial<Record<CareSetting, readonly string[]>> = {
  ambulance: [
    ..."ward wards inpatient inpatients outpatient outpatients theatre theatres clinic clinics bed beds".split(
      " ",
    ),
    ..."appointment appointments admission admissions caseload caseloads specialty specialties".split(" "),
    ...[
      "discharge summary",
      "discharge summaries",
      "discharged",
      "electronic patient record",
      "virtual ward",
    ],
  ],
  community: [
    "theatre",
    "theatres",
    "inpatient wards",
    "specialty",
    "specialties",
    "crew",
    "station",
    "stations",
  ],
  mental_health: ["theatre", "theatres", "specialty", "specialties", "crew", "station", "stations"],
};
/** What all settings read in one wording may name several of them; a hint or an example is taken as such. */
const READ_IN_SETTING: readonly ProseKind[] = ["name", "stem", "criterion"];

/** Care settings differ in their words (design 2): theatres, caseload, dispatch. For per-setting questions. */
export const wordOfAnotherSetting: ContentRule = (framework) =>
  proseOf(framework)
    .filter(({ kind }) => READ_IN_SETTING.includes(kind))
    .flatMap(({ text, settings, at }) =>
      settings.flatMap((setting) =>
        found(STRANGE[setting] ?? [], text).map((word) =>
          problemAt(at, `"${word}" is strange in ${setting}: give that setting its own wording`),
        ),
      ),
    );
