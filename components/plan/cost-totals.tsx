import { SentenceList } from "@/components/results/sentence-list";
import { Table } from "@/components/nhs/table";
import { costKindNames, fundingTypeNames } from "@/lib/plan/cost";
import { yearName } from "@/lib/plan/financial-year";
import { type ActionName, inYear, type PlanMoney } from "@/lib/plan/money";
import { poundsInWords } from "@/lib/plan/money-words";

/** What a plan costs by kind and year, who pays for it, and what its figures allow for. */
export function CostTotals({ money }: { money: PlanMoney }) {
  return (
    <>
      <Table
        caption="Costs by kind, over all years"
        columns={[
          { header: "Kind" },
          { header: "As stated", numeric: true },
          { header: "With optimism adjustment", numeric: true },
          { header: "Agreed by finance", numeric: true },
          { header: "Nobody pays yet", numeric: true },
        ]}
        rows={money.costs.map(({ kind, pounds, adjusted, agreed }) => ({
          id: kind,
          cells: [
            costKindNames[kind],
            poundsInWords(pounds),
            poundsInWords(adjusted),
            poundsInWords(agreed),
            poundsInWords(money.unfunded.find((one) => one.kind === kind)?.pounds ?? 0),
          ],
        }))}
      />
      {money.years.length > 0 && (
        <Table
          caption="Costs by year, as stated"
          columns={[
            { header: "Kind" },
            ...money.years.map((year) => ({ header: yearName(year), numeric: true })),
          ]}
          rows={money.costs.map(({ kind, byYear }) => ({
            id: kind,
            cells: [costKindNames[kind], ...money.years.map((year) => poundsInWords(inYear(byYear, year)))],
          }))}
        />
      )}
      <Table
        caption="Who pays"
        columns={[{ header: "Source" }, { header: "Sort of money" }, { header: "Pays", numeric: true }]}
        rows={money.funding.map(({ source, type, pounds }) => ({
          id: `${type}-${source}`,
          cells: [source, fundingTypeNames[type], poundsInWords(pounds)],
        }))}
        empty="Nobody has said yet that they will pay."
      />
      <h3 className="nhsuk-heading-s">What to know about these costs</h3>
      <SentenceList sentences={costNotes(money)} />
    </>
  );
}

function costNotes(money: PlanMoney): string[] {
  const notes = money.mismatched.map(
    ({ action, cost }) =>
      `Does not fit: ${cost.description} (${action.title}) is ${costKindNames[cost.kind].toLowerCase()} and would be paid by ${cost.funding?.source}, which is ${cost.funding?.type} money.`,
  );
  notes.push(
    money.doubleRunning > 0
      ? `${poundsInWords(money.doubleRunning)} of the costs keep the old running beside the new.`
      : "No cost is stated for keeping the old running beside the new.",
  );
  if (money.doubleRunningNotStated.length > 0)
    notes.push(`Double running is not stated for: ${titles(money.doubleRunningNotStated)}.`);
  if (money.optimismNotStated.length > 0)
    notes.push(`No optimism adjustment is stated for: ${titles(money.optimismNotStated)}.`);
  return notes;
}

function titles(actions: readonly ActionName[]): string {
  return actions.map(({ title }) => title).join("; ");
}
