import { Details } from "@/components/nhs/details";
import { Table } from "@/components/nhs/table";
import type { Capability } from "@/lib/framework/schema";
import type { Finding } from "@/lib/report/findings";
import { levelInFigures } from "@/lib/report/level-words";
import type { HeldTarget } from "@/lib/report/targets";
import { AnswerLink } from "./answer-link";
import { TargetInWords } from "./target-in-words";

type Props = {
  findings: readonly Finding[];
  targets: ReadonlyMap<string, HeldTarget>;
  defaultTarget: number;
  answerHref: (capability: Capability) => string | null;
  targetHref: (capability: Capability) => string | null;
};

/** The capabilities that have no gap, so that every target can be seen and set. */
export function AtTargetTable({ findings, targets, defaultTarget, answerHref, targetHref }: Props) {
  return (
    <Details summary={`${findings.length} capabilities at or above their target`}>
      <Table
        caption="At or above target"
        columns={[{ header: "Capability" }, { header: "Level" }, { header: "Target" }]}
        rows={findings.map((finding) => {
          const { capability, title } = finding;
          const target = targets.get(capability.id) ?? null;
          return {
            id: capability.id,
            cells: [
              <span key="name" id={capability.id}>
                <AnswerLink href={answerHref(capability)}>{title}</AnswerLink>
              </span>,
              levelInFigures(finding),
              <span key="target">
                {target?.level ?? defaultTarget}
                <TargetInWords target={target} href={targetHref(capability)} about={title} />
              </span>,
            ],
          };
        })}
        empty="None yet."
      />
    </Details>
  );
}
