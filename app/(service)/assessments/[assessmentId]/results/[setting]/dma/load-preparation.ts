import { notFound } from "@/lib/auth/not-found";
import { linkedEvidenceOf } from "@/lib/data/evidence";
import { dmaPreparation } from "@/lib/report/dma-preparation";
import { groupingOf } from "@/lib/report/grouping";
import { loadResult } from "../load-result";

/** What somebody needs who fills in the DMA, by pillar; a 404 for who may not read answers, or without pillars. */
export async function loadPreparation(assessmentId: string, setting: string) {
  const loaded = await loadResult(assessmentId, setting);
  const { user, assessment, framework, serving, showSensitive } = loaded;
  const evidence = await linkedEvidenceOf(user, assessment.organisationId, assessment.id);
  if (!serving || !evidence || groupingOf(framework).lens !== "wgll") notFound();
  return { loaded, pillars: dmaPreparation(loaded, serving, evidence, { showSensitive }) };
}
