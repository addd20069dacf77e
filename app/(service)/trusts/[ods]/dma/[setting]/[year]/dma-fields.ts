import { z } from "zod";
import { careSettingSchema } from "@/lib/framework/schema";
import { type DmaPillar, dmaPillars, REMARK_LIMIT } from "@/lib/report/dma-comparison";

const scoreTyped = z
  .string()
  .trim()
  .default("")
  .refine(
    (typed) => typed === "" || (/^[1-5](\.\d)?$/.test(typed) && Number(typed) <= 5),
    "Enter a score from 1 to 5 with one decimal, such as 2.8, or leave it empty",
  );
const remarkTyped = z
  .string()
  .trim()
  .max(REMARK_LIMIT, `The sentence must be ${REMARK_LIMIT} characters or fewer`)
  .default("");

const byPillar = <Field>(prefix: string, field: Field) =>
  Object.fromEntries(dmaPillars.map((pillar) => [`${prefix}-${pillar}`, field]));

/** The form of one year's official scores, as a browser sends it. */
export const dmaFields = z
  .object({
    ods: z.string(),
    careSetting: careSettingSchema,
    year: z.coerce.number().int(),
    version: z.coerce.number().int().min(0),
    ...byPillar("score", scoreTyped),
    ...byPillar("remark", remarkTyped),
  })
  .transform(({ ods, careSetting, year, version, ...typed }) => {
    const texts: Readonly<Record<string, unknown>> = typed;
    const textsOf = (prefix: string) =>
      dmaPillars.flatMap((pillar): [DmaPillar, string][] => {
        const text = texts[`${prefix}-${pillar}`];
        return typeof text === "string" && text !== "" ? [[pillar, text]] : [];
      });
    const tenths = textsOf("score").map(([pillar, text]) => [pillar, Math.round(Number(text) * 10)]);
    return {
      ods,
      careSetting,
      year,
      version,
      scores: Object.fromEntries(tenths) as Partial<Record<DmaPillar, number>>,
      remarks: Object.fromEntries(textsOf("remark")) as Partial<Record<DmaPillar, string>>,
    };
  });
