import { may } from "@/lib/access/policy";
import { notFound } from "@/lib/auth/not-found";
import { type BoardPack, boardPack } from "@/lib/report/board-pack";
import type { Audience } from "@/lib/report/unnamed";
import { loadBoard, type LoadedBoard } from "../load-board";

export type LoadedPack = Pick<LoadedBoard, "user" | "trust"> & { pack: BoardPack };

/** The board pack of an edition, for those who may take it out; everybody else, and a word that is none, gets a 404. */
export async function loadPack(ods: string, edition: string): Promise<LoadedPack> {
  if (edition !== "private" && edition !== "public") notFound();
  const pack = packOf(await loadBoard(ods, edition, "for papers"), edition);
  if (!pack) notFound();
  return pack;
}

/**
 * The board pack made of what a board is shown, with its front sheet; null for who may not take one out, and before the
 * first sign-off.
 */
export function packOf(
  { user, trust, report, plan, frontSheet }: LoadedBoard,
  edition: Audience,
): LoadedPack | null {
  if (!frontSheet || report.sections.length === 0) return null;
  const namesSensitive = edition === "private" && may(user, "see sensitive items", trust.id);
  return { user, trust, pack: boardPack({ sheet: frontSheet.sheet, report, plan, namesSensitive }) };
}
