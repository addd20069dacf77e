import { may } from "@/lib/access/policy";
import { notFound } from "@/lib/auth/not-found";
import { type ProviderExtract, providerExtract } from "@/lib/report/provider-extract";
import { loadBoard, type LoadedBoard } from "../../load-board";

/** The extract of an edition, for those who may take board papers out; everybody else gets a 404. */
export async function loadExtract(
  ods: string,
  edition: string,
): Promise<LoadedBoard & { extract: ProviderExtract }> {
  if (edition !== "private" && edition !== "public") notFound();
  const loaded = await loadBoard(ods, edition);
  const { user, trust, report } = loaded;
  if (!may(user, "export board packs", trust.id)) notFound();
  const extract = providerExtract(report, { showSensitive: may(user, "see sensitive items", trust.id) });
  if (!extract) notFound();
  return { ...loaded, extract };
}
