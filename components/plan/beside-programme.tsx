import { Table } from "@/components/nhs/table";
import { besideProgramme, NATIONAL_ASK_TENTHS, type PlanContext } from "@/lib/plan/context";
import { yearName } from "@/lib/plan/financial-year";
import { inYear, type PlanMoney } from "@/lib/plan/money";
import { poundsInWords, tenthsInWords } from "@/lib/plan/money-words";

/** Cash-releasing benefit beside the trust's efficiency programme, and its productivity growth as context. */
export function BesideProgramme({ money, context }: { money: PlanMoney; context: PlanContext }) {
  const beside = besideProgramme(money, context);
  const { productivity } = context;
  const recurring = money.costs.find(({ kind }) => kind === "recurring_revenue");
  return (
    <>
      {beside ? (
        <Table
          caption={`The efficiency programme of ${yearName(beside.year)}`}
          columns={[{ header: "What" }, { header: `In ${yearName(beside.year)}`, numeric: true }]}
          rows={[
            {
              id: "programme",
              cells: ["The trust's efficiency programme, as typed in", poundsInWords(beside.programme)],
            },
            {
              id: "cash",
              cells: ["Cash-releasing benefit of this plan", poundsInWords(beside.cashReleasing)],
            },
            {
              id: "recurring",
              cells: [
                "Recurring revenue cost of this plan, which is not taken off above",
                poundsInWords(inYear(recurring?.byYear ?? [], beside.year)),
              ],
            },
          ]}
        />
      ) : (
        <p>The trust&apos;s efficiency programme is not typed in yet.</p>
      )}
      <p>
        Only cash-releasing benefit is set against the efficiency programme. Hours, quality and value to
        others are not.
      </p>
      <h3 className="nhsuk-heading-s">Productivity, as context</h3>
      {productivity ? (
        <p>
          The trust&apos;s published productivity growth in {yearName(productivity.year)} was{" "}
          {tenthsInWords(productivity.tenths)} ({productivity.source}). The NHS is asked for{" "}
          {tenthsInWords(NATIONAL_ASK_TENTHS)} a year.
        </p>
      ) : (
        <p>
          The trust&apos;s published productivity growth is not typed in yet. The NHS is asked for{" "}
          {tenthsInWords(NATIONAL_ASK_TENTHS)} a year.
        </p>
      )}
      <p>Productivity is measured for the whole trust. No part of it is put down to this plan here.</p>
    </>
  );
}
