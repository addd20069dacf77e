import { comparablePairs } from "@/lib/framework/comparison";
import { findCapability } from "@/lib/framework/find";
import type { CareSetting, Framework, Level } from "@/lib/framework/schema";
import type { Result } from "@/lib/scoring/result";
import { changeBetween, comparedLevels, type RoundChange } from "./change";
import { titleIn } from "./findings";

/** A result as it was kept, of one care setting: signed off, or at a checkpoint that is not signed off. */
export type KeptScore = {
  snapshotId: string;
  assessmentId: string;
  kind: "sign_off" | "checkpoint";
  /** What a checkpoint is for; empty for a sign-off. */
  name: string;
  round: string;
  at: Date;
  framework: Framework;
  result: Result;
};

/** One kept result in its place over time, against the last sign-off before it. */
export type TrendEntry = KeptScore & {
  /** Null for the first. `compared` is null where the two asked different questions. */
  change: { since: KeptScore; compared: RoundChange | null } | null;
  /** The framework changed since the entry before: figures on both sides do not compare. */
  versionChanged: boolean;
};

/** Puts kept results in order, newest first, and says of each how it moved on what may be compared (design 3 §9). */
export function scoreTrend(setting: CareSetting, kept: readonly KeptScore[]): TrendEntry[] {
  const oldestFirst = [...kept].sort((one, other) => one.at.getTime() - other.at.getTime());
  const entries = oldestFirst.map((entry, index): TrendEntry => {
    const earlier = oldestFirst.slice(0, index);
    const before = earlier.at(-1);
    const since = earlier.findLast(({ kind }) => kind === "sign_off");
    return {
      ...entry,
      change: since ? { since, compared: changeSince(setting, since, entry) } : null,
      versionChanged: before !== undefined && before.framework.version !== entry.framework.version,
    };
  });
  return entries.reverse();
}

type Compared = Pick<KeptScore, "framework" | "result">;

/** The change between two kept results, only on what may be compared; null where nothing may be. */
export function changeSince(setting: CareSetting, before: Compared, latest: Compared): RoundChange | null {
  const pairs = comparablePairs(before.framework, latest.framework);
  return changeBetween(latest.framework, setting, before.result, latest.result, pairs);
}

/** A capability whose level moved between two results. */
export type Moved = { id: string; title: string; from: Level; to: Level };

/** What rose and what fell between two results, in framework order, on what may be compared. */
export function movedBetween(
  setting: CareSetting,
  before: Compared,
  latest: Compared,
  { showSensitive }: { showSensitive: boolean },
): { rose: Moved[]; fell: Moved[]; hidden: number } {
  const pairs = comparablePairs(before.framework, latest.framework);
  const moved = comparedLevels(before.result, latest.result, pairs).filter(({ from, to }) => from !== to);
  const shown = moved.flatMap((level): Moved[] => {
    const capability = findCapability(latest.framework, level.id);
    if (!capability || (capability.sensitive && !showSensitive)) return [];
    return [{ ...level, title: titleIn(capability, setting) }];
  });
  return {
    rose: shown.filter(({ from, to }) => to > from),
    fell: shown.filter(({ from, to }) => to < from),
    hidden: moved.length - shown.length,
  };
}
