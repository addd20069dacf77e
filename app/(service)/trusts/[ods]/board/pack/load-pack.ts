import { may } from "@/lib/access/policy";
import { notFound } from "@/lib/auth/not-found";
import { frontSheetOf } from "@/lib/data/front-sheet";
import { planSummaryOf } from "@/lib/data/plan";
import { type BoardPack, boardPack } from "@/lib/report/board-pack";
import type { Audience } from "@/lib/report/unnamed";
import { loadBoard, type LoadedBoard } from "../load-board";

export type LoadedPack = Omit<LoadedBoard, "report"> & { pack: BoardPack };

/** The board pack of an edition, for those who may take it out; everybody else, and a word that is none, gets a 404. */
export async function loadPack(ods: string, edition: string): Promise<LoadedPack> {
  if (edition !== "private" && edition !== "public") notFound();
  const pack = await packOf(await loadBoard(ods, edition), edition);
  if (!pack) notFound();
  return pack;
}

/** The board pack made of what a board is shown; null for who may not take one out, and before the first sign-off. */
export async function packOf(
  { report, ...loaded }: LoadedBoard,
  edition: Audience,
): Promise<LoadedPack | null> {
  const { user, trust } = loaded;
  const kept = await frontSheetOf(user, trust.id);
  if (!kept || report.sections.length === 0) return null;
  const namesSensitive = edition === "private" && may(user, "see sensitive items", trust.id);
  const plan = await planSummaryOf(user, trust.id, report.madeOn, edition);
  return { ...loaded, pack: boardPack({ sheet: kept.sheet, report, plan, namesSensitive }) };
}
