import type { CurrentUser } from "@/lib/access/user";
import { giveView } from "@/lib/data/give-view";
import { askForViews } from "@/lib/data/voices";
import type { Level } from "@/lib/framework/schema";
import { somebody } from "./people";

type Said = { by: string; level: Level; note: string } | { by: string; level: null };

/** Where the lead of Ashdown Valley asked colleagues how they see it: one still waits, on the other they are apart. */
const asked: readonly { capability: string; views: readonly Said[] }[] = [
  {
    capability: "c08-1",
    views: [
      {
        by: "safety-zza",
        level: 2,
        note: "Tracing fails for about one in thirty in the emergency department.",
      },
      { by: "ig-zza", level: null },
    ],
  },
  {
    capability: "c04-1",
    views: [
      {
        by: "ig-zza",
        level: 4,
        note: "The strategy names its goals, and the board looks at them twice a year.",
      },
      { by: "safety-zza", level: 2, note: "Ward managers could not tell me one goal of it." },
    ],
  },
];

/** Asks for views and gives them, as the pages would. */
export async function askForDemoViews(lead: CurrentUser, assessmentId: string): Promise<void> {
  for (const { capability, views } of asked) {
    const place = { assessmentId, capabilityId: capability, scope: "organisation" };
    const people = await Promise.all(views.map(({ by }) => somebody(by)));
    const note = "We see this differently in different places. How is it with you?";
    const due = new Date("2026-12-11T00:00:00Z");
    const personIds = people.map(({ personId }) => personId);
    must(await askForViews(lead, place, { personIds, due, note }), "asked");
    for (const [index, view] of views.entries()) {
      const person = people[index];
      if (!person || view.level === null) continue;
      const body = { version: 0, level: view.level, note: view.note, confidence: "medium" };
      must(await giveView(person, place, body), "given");
    }
  }
}

function must(outcome: { kind: string }, wanted: string): void {
  if (outcome.kind !== wanted) throw new Error(`The demo's views stopped: ${JSON.stringify(outcome)}`);
}
