import { AssessmentStateTag } from "@/components/nhs/status-tag";
import { Table } from "@/components/nhs/table";
import { Tag } from "@/components/nhs/tag";
import { isBeingRevised, type AssessmentState } from "@/lib/assessment/states";
import { assessmentPath, resultsPath } from "@/lib/http/addresses";
import { dateInWords } from "@/lib/report/dates";

type Props = {
  assessments: readonly {
    id: string;
    round: string;
    frameworkVersion: string;
    careSettings: readonly string[];
    state: AssessmentState;
    signedOffAt: Date | null;
  }[];
  signOffs: readonly { assessmentId: string; at: Date; byName: string }[];
  /** Whether the person would see a round that is not signed off. */
  seesOpen: boolean;
};

/** The rounds of a trust that a person may see, latest first. */
export function RoundsTable({ assessments, signOffs, seesOpen }: Props) {
  const rows = assessments.map(({ id, round, state, signedOffAt, careSettings, frameworkVersion }) => {
    const signed = signOffs.find(({ assessmentId }) => assessmentId === id);
    const [setting] = careSettings;
    const href = signedOffAt && setting ? resultsPath(id, setting) : assessmentPath(id);
    return {
      id,
      cells: [
        <a className="nhsuk-link" key="round" href={href}>
          {round}
        </a>,
        isBeingRevised({ state, signedOffAt }) ? (
          <Tag key="state" colour="orange">
            Being revised
          </Tag>
        ) : (
          <AssessmentStateTag key="state" state={state} />
        ),
        signed ? `${dateInWords(signed.at)} by ${signed.byName}` : "Not yet",
        frameworkVersion,
      ],
    };
  });
  const columns = ["Round", "State", "Signed off", "Framework version"].map((header) => ({ header }));
  return (
    <Table
      caption="Rounds"
      captionSize="m"
      columns={columns}
      rows={rows}
      empty={seesOpen ? "No round has been started yet." : "No round is signed off yet."}
    />
  );
}
