import { Figure } from "@/components/charts/figure";
import { Table } from "@/components/nhs/table";
import { bars } from "@/lib/charts/bars";
import type { Capability, Framework } from "@/lib/framework/schema";
import { effortInWords, monthsInWords, pointsInWords } from "@/lib/report/effort-words";
import { workingInFigures, type GapItem, type GapSection } from "@/lib/report/gap-sections";
import { targetStanding } from "@/lib/report/target-standing";
import { AnswerLink } from "./answer-link";
import { GapViewInWords } from "./gap-view-in-words";
import { MissingCriteria } from "./missing-criteria";
import { PlanLink } from "./plan-link";
import { TargetInWords } from "./target-in-words";

type Props = {
  framework: Framework;
  section: GapSection;
  /** A day at midnight UTC: a target may be past it. */
  today: Date;
  answerHref: (capability: Capability) => string | null;
  /** Where the target of a capability is set; null for who may not set targets, or once the round is closed. */
  targetHref: (capability: Capability) => string | null;
  /** Where an action begins that closes the gap; null for who may not plan. */
  planHref: (capability: Capability, to: number) => string | null;
  /** Where a person says what they think of a gap; null for who may not, or once the round is closed. */
  viewHref: (capability: Capability) => string | null;
};

/** One of the three lists: what is below its target, what that is worth, what it takes and why it stands here. */
export function GapList({ framework, section, today, answerHref, targetHref, planHref, viewHref }: Props) {
  const { list, name, rule, items, hidden } = section;
  const untold = `${hidden} sensitive ${hidden === 1 ? "gap is" : "gaps are"} in this list and not named here.`;
  return (
    <section aria-labelledby={`${list}-heading`}>
      <h2 className="nhsuk-heading-l" id={`${list}-heading`}>
        {name}
      </h2>
      <p>{rule}</p>
      <Table
        caption={`${name}: ${items.length} ${items.length === 1 ? "gap" : "gaps"}${hidden > 0 ? ` and ${hidden} not named here` : ""}`}
        captionSize="s"
        columns={[
          { header: "Capability" },
          { header: "Now and target" },
          { header: "Value" },
          { header: "Effort" },
          { header: "To do" },
        ]}
        rows={items.map((item) =>
          rowOf(framework, item, { today, answerHref, targetHref, planHref, viewHref }),
        )}
        empty={hidden > 0 ? untold : "Nothing in this list."}
      />
      {hidden > 0 && items.length > 0 && <p>{untold}</p>}
      {items.length > 1 && (
        <Figure
          id={`${list}-drawing`}
          caption={`${name}: level now and gap to target`}
          summary="A bar for each capability: its level now, and striped up to its target. The table above has the figures."
          width="full"
          draw={(options) =>
            bars(
              items.map(({ title, gap }) => ({
                label: title,
                low: gap.level,
                high: gap.level,
                target: gap.target,
              })),
              options,
            )
          }
        />
      )}
    </section>
  );
}

function rowOf(
  framework: Framework,
  item: GapItem,
  { today, answerHref, targetHref, planHref, viewHref }: Omit<Props, "framework" | "section">,
) {
  const { gap, capability, title, criteria, months } = item;
  return {
    id: capability.id,
    cells: [
      <span key="name" id={capability.id}>
        <AnswerLink href={answerHref(capability)}>{title}</AnswerLink>
        <span className="block font-normal">
          <GapViewInWords view={item.view} href={viewHref(capability)} about={title} />
        </span>
      </span>,
      <span key="target">
        <span className="print:whitespace-nowrap">
          Level {gap.level}, target {gap.target}
        </span>
        <TargetInWords
          target={item.setTarget}
          href={targetHref(capability)}
          missed={isMissed(item, today)}
          about={title}
        />
      </span>,
      <span key="value">
        <strong>{gap.value}</strong>
        <span className="block text-secondary">{workingInFigures(gap)}</span>
      </span>,
      <span key="effort">
        {pointsInWords(gap.effort)}
        {gap.byDefault.effort !== null && (
          <span className="block text-secondary">our own, in place of {gap.byDefault.effort}</span>
        )}
        <span className="block text-secondary print:whitespace-nowrap">up to {monthsInWords(months)}</span>
      </span>,
      <span key="criteria">
        <MissingCriteria criteria={criteria} detail={({ effort }) => effortInWords(framework, effort)} />
        <PlanLink href={planHref(capability, gap.target)} about={title} />
      </span>,
    ],
  };
}

function isMissed({ gap, setTarget }: GapItem, today: Date): boolean {
  return setTarget !== null && targetStanding(setTarget, gap.level, today) === "overdue";
}
