import { Table } from "@/components/nhs/table";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import { careSettingSchema } from "@/lib/framework/schema";
import { careSettingNames } from "@/lib/framework/setting-names";
import { dateInWords } from "@/lib/report/dates";
import type { CriterionState } from "@/lib/scoring/answers";

/** The answers of an assessment as they are stored, by the ids of their questions. */
export function KeptAnswers({ rows }: { rows: readonly StoredAnswer[] }) {
  const inOrder = [...rows]
    .filter(({ withdrawn }) => !withdrawn)
    .sort((one, other) => (one.capabilityId + one.scope < other.capabilityId + other.scope ? -1 : 1));
  return (
    <Table
      caption="Every answer, by the id of its question"
      captionSize="s"
      columns={[
        { header: "Question" },
        { header: "For" },
        { header: "Answer" },
        { header: "Note" },
        { header: "Saved" },
      ]}
      rows={inOrder.map((row) => ({
        id: `${row.capabilityId}-${row.scope}`,
        cells: [
          row.capabilityId,
          scopeInWords(row.scope),
          answerInWords(row),
          row.note || "–",
          dateInWords(row.savedAt),
        ],
      }))}
      empty="Nothing has been answered."
    />
  );
}

function scopeInWords(scope: string): string {
  const setting = careSettingSchema.safeParse(scope);
  return setting.success ? careSettingNames[setting.data] : "The whole organisation";
}

function answerInWords({ notApplicable, criteria, carriedForward }: StoredAnswer): string {
  if (notApplicable !== null) return `Does not apply (${notApplicable})`;
  const count = (state: CriterionState) => Object.values(criteria).filter((one) => one === state).length;
  const counts = `${count("met")} met, ${count("not_met")} not met, ${count("not_known")} not known`;
  return carriedForward ? `${counts}; to be confirmed` : counts;
}
