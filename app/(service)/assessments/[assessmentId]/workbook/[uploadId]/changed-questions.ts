import type { ChangeGroup } from "@/components/forms/changes-form";
import type { Preview } from "@/lib/data/apply-answers";
import { questionLabel } from "@/lib/exchange/answer-workbook";
import type { WorkbookChange } from "@/lib/exchange/workbook-changes";
import { scopeName } from "@/lib/framework/setting-names";
import { momentInWords } from "@/lib/report/dates";
import { changedPart, changedValue } from "@/lib/report/workbook-change-words";

/** The differences of a workbook by question, each in words: what stands now and who saved it, and what was typed. */
export function changedQuestions({ work, changes, names }: Preview): ChangeGroup[] {
  return work.tasks.flatMap(({ capability, scope, answer }) => {
    const own = changes.filter((one) => one.capabilityId === capability.id && one.scope === scope);
    if (own.length === 0) return [];
    const saved =
      answer &&
      `saved by ${names.get(answer.savedById) ?? "a former colleague"} on ${momentInWords(answer.savedAt)}`;
    const told = ({ field, from, to, kind, at }: WorkbookChange) => {
      const [now, typed] = [from, to].map((value) => changedValue(field, value, capability));
      if (field === "evidence") return `${typed} (${at})`;
      const by = field === "target" || !saved ? "" : ` (${saved})`;
      const lead = { conflict: "Saved since: ", clear: "You emptied this cell. Now: ", change: "Now: " }[
        kind
      ];
      return `${lead}${now}${by}. In the workbook: ${typed} (${at})`;
    };
    return {
      id: `${capability.id} ${scope}`,
      title: `${questionLabel({ capability, scope })} (${scopeName(work.framework, scope)})`,
      changes: own.map((change) => ({
        id: change.id,
        part: changedPart(change, capability),
        told: told(change),
        ticked: change.kind === "change",
      })),
    };
  });
}
