import { SummaryList } from "@/components/nhs/summary-list";
import { completenessInWords } from "@/lib/report/completeness";
import { confidenceInWords, evidencedInWords, notKnownInWords, type Sureness } from "@/lib/report/sureness";

/** How much is answered, how sure people were, and what nobody knows: beside the score, never part of it. */
export function SurenessList({ sureness, border = true }: { sureness: Sureness; border?: boolean }) {
  const confidence = confidenceInWords(sureness);
  const evidenced = evidencedInWords(sureness);
  const open = sureness.openCriteria;
  return (
    <SummaryList
      border={border}
      rows={[
        { key: "Complete", value: completenessInWords(sureness) },
        ...(open > 0 ? [{ key: "Still open", value: `${open} criteria can still change a level` }] : []),
        ...(confidence ? [{ key: "Confidence", value: confidence }] : []),
        ...(evidenced ? [{ key: "Evidence", value: evidenced }] : []),
        { key: "Not known", value: notKnownInWords(sureness) },
      ]}
    />
  );
}
