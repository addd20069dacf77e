import { Tag } from "@/components/nhs/tag";
import { type EvidenceItem, evidenceStanding } from "@/lib/assessment/evidence";
import { dateInWords } from "@/lib/report/dates";

/** How long a piece of evidence can be relied on; a tag where that is over, or soon will be. */
export function EvidenceStandingTag({ item, today }: { item: Pick<EvidenceItem, "reviewOn">; today: Date }) {
  const { reviewOn } = item;
  if (!reviewOn) return "No review date";
  const standing = evidenceStanding(item, today);
  return (
    <>
      {standing === "expired" && (
        <>
          <Tag colour="red">Expired</Tag>{" "}
        </>
      )}
      {standing === "expiring" && (
        <>
          <Tag colour="yellow">Expires soon</Tag>{" "}
        </>
      )}
      {dateInWords(reviewOn)}
    </>
  );
}
