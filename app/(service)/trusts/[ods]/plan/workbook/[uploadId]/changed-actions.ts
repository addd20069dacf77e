import type { ChangeGroup } from "@/components/forms/changes-form";
import type { PlanPreview } from "@/lib/data/plan-workbooks";
import { momentInWords } from "@/lib/report/dates";
import { planChangeGroups, planFieldInWords } from "@/lib/report/plan-change-words";

/** The differences of a plan's workbook, in lots: what stands now, who saved it where that matters, what was typed. */
export function changedActions({ changes, saved }: PlanPreview): ChangeGroup[] {
  return planChangeGroups.flatMap(({ kind, heading }) => {
    const own = changes.filter((change) => change.kind === kind);
    if (own.length === 0) return [];
    return [
      {
        id: kind,
        title: heading,
        changes: own.map(({ id, title, fields, version }) => {
          const now = saved.get(id);
          const by = kind === "conflict" && now ? [`Saved by ${now.by} on ${momentInWords(now.at)}`] : [];
          // What a new action is called stands beside its tick.
          const shown = fields.filter(({ field }) => version !== null || field !== "title");
          const told = [...shown.map((field) => planFieldInWords(field, version === null)), ...by];
          return {
            id,
            part: title,
            told: told.join(". "),
            ticked: kind === "change" || kind === "new",
          };
        }),
      },
    ];
  });
}
