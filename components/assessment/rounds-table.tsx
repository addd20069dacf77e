import { AssessmentStateTag } from "@/components/nhs/status-tag";
import { Table } from "@/components/nhs/table";
import type { AssessmentState } from "@/lib/assessment/states";
import { assessmentPath, resultsPath } from "@/lib/http/addresses";
import { dateInWords } from "@/lib/report/dates";

type Props = {
  assessments: readonly {
    id: string;
    round: string;
    frameworkVersion: string;
    careSettings: readonly string[];
    state: AssessmentState;
  }[];
  signOffs: readonly { assessmentId: string; at: Date; byName: string }[];
};

/** Every round of a trust, latest first. */
export function RoundsTable({ assessments, signOffs }: Props) {
  const rows = assessments.map(({ id, round, state, careSettings, frameworkVersion }) => {
    const signed = signOffs.find(({ assessmentId }) => assessmentId === id);
    const [setting] = careSettings;
    const href = state === "signed_off" && setting ? resultsPath(id, setting) : assessmentPath(id);
    return {
      id,
      cells: [
        <a className="nhsuk-link" key="round" href={href}>
          {round}
        </a>,
        <AssessmentStateTag key="state" state={state} />,
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
      empty="No round has been started yet."
    />
  );
}
