import { notFound } from "next/navigation";
import { may } from "@/lib/access/policy";
import { frontSheetOf } from "@/lib/data/front-sheet";
import { planSummaryOf } from "@/lib/data/plan";
import { type BoardPack, boardPack } from "@/lib/report/board-pack";
import { loadBoard, type LoadedBoard } from "../load-board";

/** The board pack of an edition, for those who may take it out; everybody else, and a word that is none, gets a 404. */
export async function loadPack(
  ods: string,
  edition: string,
): Promise<Omit<LoadedBoard, "report"> & { pack: BoardPack }> {
  if (edition !== "private" && edition !== "public") notFound();
  const { report, ...loaded } = await loadBoard(ods, edition);
  const { user, trust } = loaded;
  const kept = await frontSheetOf(user, trust.id);
  // Before the first sign-off there is nothing to put before a board.
  if (!kept || report.sections.length === 0) notFound();
  const namesSensitive = edition === "private" && may(user, "see sensitive items", trust.id);
  const plan = await planSummaryOf(user, trust.id, report.madeOn, edition);
  return { ...loaded, pack: boardPack({ sheet: kept.sheet, report, plan, namesSensitive }) };
}
