import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { CareSetting } from "@/lib/framework/schema";
import { type OfficialScores, remarksSchema, scoresSchema } from "@/lib/report/dma-comparison";
import { record } from "./audit";
import { isUniqueViolation, type TenantTransaction, withTenant } from "./tenant";

/** Which official scores are meant. */
export type DmaPlace = { organisationId: string; careSetting: CareSetting; year: number };

/** The official scores that a trust typed in, by care setting, newest year first; null where they are not to be seen. */
export async function dmaScoresOf(
  user: CurrentUser,
  organisationId: string,
): Promise<ReadonlyMap<CareSetting, OfficialScores[]> | null> {
  if (!may(user, "see signed-off results", organisationId)) return null;
  return withTenant(user, {}, (tx) => dmaScoresIn(tx, organisationId));
}

async function dmaScoresIn(
  tx: TenantTransaction,
  organisationId: string,
): Promise<ReadonlyMap<CareSetting, OfficialScores[]>> {
  const rows = await tx.dmaScores.findMany({
    where: { organisationId },
    select: { careSetting: true, year: true, version: true, scores: true, remarks: true, typedAt: true },
    orderBy: [{ year: "desc" }, { version: "desc" }],
  });
  const found = new Map<CareSetting, OfficialScores[]>();
  for (const { careSetting, scores, remarks, ...row } of rows) {
    const setting = careSetting as CareSetting;
    const years = found.get(setting) ?? [];
    if (years.some(({ year }) => year === row.year)) continue;
    const official = { ...row, scores: scoresSchema.parse(scores), remarks: remarksSchema.parse(remarks) };
    found.set(setting, [...years, official]);
  }
  return found;
}

export type DmaOutcome = "kept" | "stale" | "not_found";

/**
 * Keeps the official scores of a year as they are typed in now; every version stays on record. `version` is the one
 * that was open, 0 for none: `stale` where a colleague typed since, and nothing is kept.
 */
export async function keepDmaScores(
  user: CurrentUser,
  place: DmaPlace,
  version: number,
  typed: Pick<OfficialScores, "scores" | "remarks">,
): Promise<DmaOutcome> {
  const { organisationId, careSetting, year } = place;
  if (!may(user, "type in DMA scores", organisationId)) return "not_found";
  const values = { scores: scoresSchema.parse(typed.scores), remarks: remarksSchema.parse(typed.remarks) };
  try {
    return await withTenant(user, { write: organisationId }, async (tx) => {
      const held = await tx.dmaScores.aggregate({ where: place, _max: { version: true } });
      if ((held._max.version ?? 0) !== version) return "stale";
      const row = {
        ...place,
        ...values,
        version: version + 1,
        typedAt: new Date(),
        typedById: user.personId,
      };
      await tx.dmaScores.create({ data: row, select: { version: true } });
      await record(tx, {
        organisationId,
        actorId: user.personId,
        action: "dma_scores.typed",
        subject: `organisation:${organisationId}`,
        detail: { careSetting, year, version: version + 1, pillars: Object.keys(values.scores).length },
      });
      return "kept";
    });
  } catch (error) {
    if (isUniqueViolation(error)) return "stale";
    throw error;
  }
}
