import type { ReactNode } from "react";
import { Table } from "@/components/nhs/table";
import { Tag } from "@/components/nhs/tag";
import { type Benefit, benefitKindNames } from "@/lib/plan/benefit";
import { costKindNames, fundingTypeNames, moneyNeeded } from "@/lib/plan/cost";
import { yearName } from "@/lib/plan/financial-year";
import type { BenefitLine, CostLine } from "@/lib/plan/money";
import { hoursInWords, poundsInWords } from "@/lib/plan/money-words";

type LineHref = ((line: string) => string) | null;

/** Cost lines with who pays and what each rests on. With `actionHref` each says which action it belongs to. */
export function CostTable({
  caption,
  lines,
  lineHref,
  actionHref,
}: {
  caption: string;
  lines: readonly CostLine[];
  /** Where a line is changed; null for who may not. */
  lineHref: LineHref;
  actionHref?: (actionId: string) => string;
}) {
  return (
    <Table
      caption={caption}
      columns={["Cost", "Kind", "Amount", "Years", "Who pays", "What it rests on", "Agreed by finance"].map(
        (header) => ({ header }),
      )}
      rows={lines.map(({ action, cost, inAll }) => ({
        id: `${action.id}-${cost.id}`,
        cells: [
          <LineName key="name" text={cost.description} href={lineHref?.(cost.id) ?? null}>
            {actionHref && (
              <a className="nhsuk-link block font-normal" href={actionHref(action.id)}>
                {action.title}
              </a>
            )}
          </LineName>,
          <>
            {costKindNames[cost.kind]}
            {cost.doubleRunning && <span className="block text-secondary">double running</span>}
          </>,
          cost.kind === "recurring_revenue"
            ? `${poundsInWords(cost.pounds)} a year, ${poundsInWords(inAll)} in all`
            : poundsInWords(cost.pounds),
          yearsInWords(cost),
          <FundingInWords key="funding" cost={cost} />,
          cost.assumption,
          agreedInWords(cost.agreedBy),
        ],
      }))}
      empty="No cost is stated."
    />
  );
}

/** Benefit lines with what each rests on. */
export function BenefitTable({
  caption,
  lines,
  lineHref,
  actionHref,
}: {
  caption: string;
  lines: readonly BenefitLine[];
  lineHref: LineHref;
  actionHref?: (actionId: string) => string;
}) {
  return (
    <Table
      caption={caption}
      columns={["Benefit", "Kind", "Amount", "Years", "What it rests on", "Agreed by finance"].map(
        (header) => ({
          header,
        }),
      )}
      rows={lines.map(({ action, benefit, countedIn }) => ({
        id: `${action.id}-${benefit.id}`,
        cells: [
          <LineName key="name" text={benefit.description} href={lineHref?.(benefit.id) ?? null}>
            {actionHref && (
              <a className="nhsuk-link block font-normal" href={actionHref(action.id)}>
                {action.title}
              </a>
            )}
          </LineName>,
          benefitKindNames[benefit.kind],
          <>
            {measureInWords(benefit)}
            {countedIn && (
              <span className="block text-secondary">Counted once, under {countedIn.title}; not here</span>
            )}
          </>,
          yearsInWords(benefit),
          benefit.assumption,
          agreedInWords(benefit.agreedBy),
        ],
      }))}
      empty="No benefit is stated."
    />
  );
}

function LineName({ text, href, children }: { text: string; href: string | null; children: ReactNode }) {
  return (
    // Six narrow columns beside it would leave a name one word a line.
    <div className="tablet:min-w-44">
      {href ? (
        <a className="nhsuk-link" href={href}>
          {text}
        </a>
      ) : (
        text
      )}
      {children}
    </div>
  );
}

function FundingInWords({ cost }: { cost: CostLine["cost"] }) {
  if (!cost.funding) return <>Nobody yet</>;
  const { source, type } = cost.funding;
  return (
    <>
      {source} ({fundingTypeNames[type].toLowerCase()}){" "}
      {type !== moneyNeeded(cost.kind) && (
        <Tag colour="orange">
          {fundingTypeNames[type]} for {moneyNeeded(cost.kind)}
        </Tag>
      )}
    </>
  );
}

/** How much a benefit is: money, hours, or words. */
function measureInWords({ measure }: Benefit): string {
  if (measure.unit === "pounds") return `${poundsInWords(measure.pounds)} a year`;
  if (measure.unit === "other") return measure.text;
  const hours = `${hoursInWords(measure.hours)} a year`;
  const { use } = measure;
  if (!use) return `${hours}; their use is not stated, so they stay hours`;
  return `${hours}, stated by ${use.financeOwner} as ${poundsInWords(use.pounds)} a year ${benefitKindNames[use.kind].toLowerCase()}: ${use.text}`;
}

function yearsInWords({ fromYear, years }: { fromYear: number; years: number }): string {
  return years === 1 ? yearName(fromYear) : `${yearName(fromYear)} to ${yearName(fromYear + years - 1)}`;
}

function agreedInWords(agreedBy: string): string {
  return agreedBy ? `Yes, by ${agreedBy}` : "Not yet";
}
