import { randomUUID } from "node:crypto";
import type { CurrentUser } from "@/lib/access/user";
import { getAnswer } from "@/lib/data/answers";
import { assign, handBack, type Question } from "@/lib/data/assignments";
import { saveAnswer } from "@/lib/data/save-answer";
import { somebody } from "./people";

const trustWide = (...capabilities: string[]): Question[] =>
  capabilities.map((capabilityId) => ({ capabilityId, scope: "organisation" }));
const inEachSetting = (capabilityId: string): Question[] =>
  ["acute", "community"].map((scope) => ({ capabilityId, scope }));

/** What the lead of Ashdown Valley asked of whom: some of it overdue, some in good time. */
const asked: readonly { of: string; questions: Question[]; due: string | null; note: string }[] = [
  {
    of: "ig-zza",
    questions: trustWide("c10-1", "c10-2", "c10-3", "c10-4", "c08-3"),
    due: "2026-11-20",
    note: "As agreed at the information governance group. The toolkit submission has most of it.",
  },
  {
    of: "safety-zza",
    questions: [...trustWide("c06-1"), ...inEachSetting("c11-2"), ...inEachSetting("c11-3")],
    due: "2026-12-18",
    note: "Please say what the safety case covers in community as well.",
  },
];

/** Shares the open round of Ashdown Valley out among its people, as the pages would. */
export async function delegateDemo(lead: CurrentUser, assessmentId: string): Promise<void> {
  for (const { of, questions, due, note } of asked) {
    const { personId } = await somebody(of);
    const until = due === null ? null : new Date(`${due}T00:00:00Z`);
    const outcome = await assign(lead, assessmentId, { questions, personId, due: until, note });
    if (outcome.kind !== "assigned") throw new Error(`The demo could not assign to ${of}: ${outcome.kind}`);
  }
  const place = { assessmentId, capabilityId: "c10-4", scope: "organisation" };
  await handBack(
    await somebody("ig-zza"),
    place,
    "The research office decides this. Ask Dr Lindqvist there.",
  );
  await typeForClinicalSafety(assessmentId);
}

/** The coordinator typed what the clinical safety officer said on the telephone, who is to confirm it. */
async function typeForClinicalSafety(assessmentId: string): Promise<void> {
  const coordinator = await somebody("coordinator-zza");
  const place = { assessmentId, capabilityId: "c06-1", scope: "organisation" };
  const found = await getAnswer(coordinator, place);
  const version = found === "not_found" ? 0 : found.version;
  const note = "By telephone on 19 November: hazard logs are kept for both records.";
  const outcome = await saveAnswer(coordinator, place, randomUUID(), { version, level: 3, note });
  if (outcome.kind !== "saved") throw new Error(`The demo could not type for somebody: ${outcome.kind}`);
}
