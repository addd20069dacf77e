import { notFound } from "@/lib/auth/not-found";
import { loadPlan, type LoadedPlan } from "../load-plan";

/** The plan for who may change it; 404 for everybody else. */
export async function loadPlanWorkbook(ods: string): Promise<LoadedPlan> {
  const loaded = await loadPlan(ods);
  if (!loaded.mayPlan) notFound();
  return loaded;
}
