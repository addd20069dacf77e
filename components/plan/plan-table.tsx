import { Table } from "@/components/nhs/table";
import { Tag, type TagColour } from "@/components/nhs/tag";
import { actionPath } from "@/lib/http/addresses";
import { phaseName, type PlannedAction } from "@/lib/plan/action";
import { datesInWords, standingInWords } from "@/lib/report/plan-words";

type Props = { odsCode: string; actions: readonly PlannedAction[]; today: string; caption: string };

const colours: Readonly<Record<string, TagColour>> = {
  Draft: "yellow",
  Late: "red",
  "Under way": "blue",
  Finished: "green",
  "Ended early": "grey",
};

/** Where an action stands, in a word. */
export function ActionStandingTag({ standing }: { standing: string }) {
  return <Tag colour={colours[standing] ?? "white"}>{standing}</Tag>;
}

/** The actions of a plan, each leading to its page. */
export function PlanTable({ odsCode, actions, today, caption }: Props) {
  return (
    <Table
      caption={caption}
      columns={["Action", "Phase", "Who answers for it", "When", "Status"].map((header) => ({ header }))}
      rows={actions.map((action) => ({
        id: action.id,
        cells: [
          <a key="title" className="nhsuk-link" href={actionPath(odsCode, action.id)}>
            {action.title}
          </a>,
          <span key="phase" className="whitespace-nowrap">
            {phaseName(action.phase)}
          </span>,
          action.ownerTitle,
          datesInWords(action),
          <ActionStandingTag key="standing" standing={standingInWords(action, today)} />,
        ],
      }))}
      empty="No action stands here."
    />
  );
}
