import { InsetText } from "@/components/nhs/inset-text";
import { Table } from "@/components/nhs/table";
import { benefitKindMeanings, benefitKindNames } from "@/lib/plan/benefit";
import { yearName } from "@/lib/plan/financial-year";
import { inYear, type PlanMoney } from "@/lib/plan/money";
import { hoursInWords, poundsInWords } from "@/lib/plan/money-words";

/** What a plan brings in its four kinds, each by itself. */
export function BenefitTotals({ money }: { money: PlanMoney }) {
  return (
    <>
      <InsetText>
        <p>
          The four kinds are never added together. Hours stay hours until somebody named in finance states
          their use. A benefit counts once, however many questions its action serves.
        </p>
      </InsetText>
      <Table
        caption="Benefits by kind, over all years"
        columns={[
          { header: "Kind" },
          { header: "In pounds", numeric: true },
          { header: "Agreed by finance", numeric: true },
          { header: "In hours", numeric: true },
          { header: "Told in words", numeric: true },
        ]}
        rows={money.benefits.map(({ kind, pounds, agreed, hours, inWords }) => ({
          id: kind,
          cells: [
            <>
              {benefitKindNames[kind]}
              <span className="block font-normal text-secondary">{benefitKindMeanings[kind]}</span>
            </>,
            pounds === 0 ? "–" : poundsInWords(pounds),
            pounds === 0 ? "–" : poundsInWords(agreed),
            hours === 0 ? "–" : hoursInWords(hours),
            inWords === 0 ? "–" : inWords,
          ],
        }))}
      />
      {money.years.length > 0 && (
        <Table
          caption="Benefits by year"
          empty="No benefit is stated in pounds or hours."
          columns={[
            { header: "Kind" },
            ...money.years.map((year) => ({ header: yearName(year), numeric: true })),
          ]}
          rows={money.benefits.flatMap(({ kind, pounds, byYear, hours, hoursByYear }) => [
            ...(pounds === 0
              ? []
              : [
                  {
                    id: kind,
                    cells: [
                      `${benefitKindNames[kind]}, pounds`,
                      ...money.years.map((year) => poundsInWords(inYear(byYear, year))),
                    ],
                  },
                ]),
            ...(hours === 0
              ? []
              : [
                  {
                    id: `${kind}-hours`,
                    cells: [
                      `${benefitKindNames[kind]}, hours`,
                      ...money.years.map((year) => inYear(hoursByYear, year).toLocaleString("en-GB")),
                    ],
                  },
                ]),
          ])}
        />
      )}
      {money.alike.map(([one, other]) => (
        <p key={`${one.benefit.id}-${other.benefit.id}`}>
          <strong>Counted twice?</strong> “{one.benefit.description}” stands under {one.action.title} and
          under {other.action.title}. If it is one benefit, say in one of them that it is counted under the
          other.
        </p>
      ))}
    </>
  );
}
