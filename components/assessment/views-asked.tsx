import { HiddenButton } from "@/components/forms/hidden-button";
import { Table } from "@/components/nhs/table";
import { Tag } from "@/components/nhs/tag";
import type { Voice } from "@/lib/assessment/voice";
import type { FormAction } from "@/lib/http/form-state";
import { dateInWords } from "@/lib/report/dates";
import { dueInWords } from "./person-work";

type Props = {
  voices: readonly Voice[];
  nameOf: (personId: string) => string;
  today: Date;
  place: { assessmentId: string; capabilityId: string; scope: string };
  /** Lets somebody off; null where it is not the person's to do. */
  letOffAction: FormAction | null;
};

/** Who was asked for a view, by whom and by when, and whether they gave it. */
export function ViewsAsked({ voices, nameOf, today, place, letOffAction }: Props) {
  const columns = ["Who", "Asked", "Standing", ...(letOffAction ? ["Let off"] : [])];
  return (
    <Table
      caption="Who was asked"
      columns={columns.map((header) => ({ header }))}
      rows={voices.map((voice) => {
        const waits = voice.state === "asked";
        return {
          id: voice.personId,
          cells: [
            nameOf(voice.personId),
            `By ${nameOf(voice.askedById)} on ${dateInWords(voice.askedAt)}${waits ? `. ${dueInWords(voice.due, today)}` : ""}`,
            waits ? <Tag colour="yellow">Waiting</Tag> : <Tag colour="green">Given</Tag>,
            ...(letOffAction
              ? [
                  waits ? (
                    <HiddenButton
                      key="off"
                      action={letOffAction}
                      hidden={{ ...place, person: voice.personId }}
                    >
                      {`Let ${nameOf(voice.personId)} off`}
                    </HiddenButton>
                  ) : (
                    "–"
                  ),
                ]
              : []),
          ],
        };
      })}
    />
  );
}
