import { Table } from "@/components/nhs/table";
import { Tag } from "@/components/nhs/tag";
import { viewsPath } from "@/lib/http/addresses";
import type { ShownSpread } from "@/lib/report/view-spreads";

type Props = { assessmentId: string; spreads: readonly ShownSpread[] };

/** How colleagues see the questions they were asked about, from the lowest level to the highest. Nothing of it is scored. */
export function ViewSpreads({ assessmentId, spreads }: Props) {
  return (
    <>
      <h3 className="nhsuk-heading-m" id="views">
        How colleagues see it
      </h3>
      <p>
        Views that colleagues gave for themselves. The agreed answer counts; a view is never scored. Far apart
        means two or more levels, or that some say it does not apply.
      </p>
      <Table
        caption="Views of colleagues, from lowest to highest"
        columns={[{ header: "Question" }, { header: "Views" }, { header: "Lowest to highest" }]}
        rows={spreads.map(({ capabilityId, scope, title, views, levels, farApart, settled }) => ({
          id: capabilityId,
          cells: [
            <a key="question" className="nhsuk-link" href={viewsPath({ assessmentId, capabilityId, scope })}>
              {title}
            </a>,
            views,
            <span key="levels">
              {levels} {farApart && <Tag colour="orange">Far apart</Tag>}
              {settled && <span className="block text-secondary">An answer was agreed since</span>}
            </span>,
          ],
        }))}
      />
    </>
  );
}
