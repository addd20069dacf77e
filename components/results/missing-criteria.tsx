import type { ReactNode } from "react";
import { Details } from "@/components/nhs/details";
import type { MissingCriterion } from "@/lib/report/findings";
import { CriteriaList } from "./criteria-list";

type Props = {
  criteria: readonly MissingCriterion[];
  /** What they are for, after their number: "for level 3". */
  summary?: string;
  detail?: (criterion: MissingCriterion) => string;
  children?: ReactNode;
};

/** Criteria folded away in a table, in a column wide enough to read them. */
export function MissingCriteria({ criteria, summary = "to meet", detail, children }: Props) {
  const count = `${criteria.length} ${criteria.length === 1 ? "criterion" : "criteria"}`;
  return (
    <div className="text-left tablet:w-72 print:w-auto">
      <Details summary={`${count} ${summary}`}>
        <CriteriaList criteria={criteria} detail={detail} />
        {children}
      </Details>
    </div>
  );
}
