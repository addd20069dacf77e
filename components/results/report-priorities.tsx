import { Table } from "@/components/nhs/table";
import { monthsInWords, pointsInWords } from "@/lib/report/effort-words";
import { workingInFigures, type GapSection } from "@/lib/report/gap-sections";

/** The three lists of gaps in a report, each in its order with the working behind it. */
export function ReportPriorities({ gaps }: { gaps: readonly GapSection[] }) {
  return gaps.map(({ list, name, rule, items, hidden }) => (
    <section key={list} aria-labelledby={`${list}-gaps`}>
      <h3 className="nhsuk-heading-m" id={`${list}-gaps`}>
        {name}
      </h3>
      <p>{items.length + hidden === 0 ? `${rule} There are none.` : rule}</p>
      {items.length > 0 && (
        <Table
          caption={`${name}, in order`}
          columns={[
            { header: "Capability" },
            { header: "Level" },
            { header: "Target" },
            { header: "Value" },
            { header: "Working" },
            { header: "Effort" },
            { header: "Lead time" },
          ]}
          rows={items.map(({ gap, title, months }) => ({
            id: gap.capability,
            cells: [
              title,
              gap.level,
              gap.target,
              gap.value,
              workingInFigures(gap),
              pointsInWords(gap.effort),
              monthsInWords(months),
            ],
          }))}
        />
      )}
      {hidden > 0 && <p>{hidden} sensitive, not shown in this copy.</p>}
    </section>
  ));
}
