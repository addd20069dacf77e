import type { CareSetting } from "@/lib/framework/schema";
import type { GapView } from "./gap-view";
import type { SetTarget } from "./targets";

/** What was agreed of one care setting's gaps: the targets that hold in it, and what the trust says of its gaps. */
export type Agreed = { targets: readonly SetTarget[]; gapViews: readonly GapView[] };

/** The same as a snapshot keeps it: dates are text. */
export type KeptAgreed = {
  targets: (Omit<SetTarget, "by" | "approvedAt"> & { by: string | null; approvedAt: string | null })[];
  gapViews: (Omit<GapView, "contractEndsOn" | "changedAt"> & {
    contractEndsOn: string | null;
    changedAt: string;
  })[];
};

/** Every target of a round, told capability by capability, and the views of one care setting, as a snapshot keeps them. */
export function agreedToKeep(careSetting: CareSetting, { targets, gapViews }: Agreed): KeptAgreed {
  return {
    targets: targets
      .filter(({ scope }) => scope === "organisation" || scope === careSetting)
      .map(({ capabilityId, scope, level, by, reason, owner, approvedAt, approvedBy, dimensionId }) => ({
        capabilityId,
        scope,
        level,
        reason,
        by: by?.toISOString() ?? null,
        approvedAt: approvedAt?.toISOString() ?? null,
        ...(owner && { owner }),
        ...(approvedBy && { approvedBy }),
        ...(dimensionId && { dimensionId }),
      })),
    gapViews: gapViews.map(({ contractEndsOn, changedAt, ...view }) => ({
      ...view,
      contractEndsOn: contractEndsOn?.toISOString() ?? null,
      changedAt: changedAt.toISOString(),
    })),
  };
}

/** What a snapshot kept, as it was when it was made. */
export function agreedThen({ targets, gapViews }: KeptAgreed): Agreed {
  return {
    targets: targets.map(({ by, approvedAt, ...target }) => ({
      ...target,
      by: by === null ? null : new Date(by),
      approvedAt: approvedAt === null ? null : new Date(approvedAt),
    })),
    gapViews: gapViews.map(({ contractEndsOn, changedAt, ...view }) => ({
      ...view,
      contractEndsOn: contractEndsOn === null ? null : new Date(contractEndsOn),
      changedAt: new Date(changedAt),
    })),
  };
}
