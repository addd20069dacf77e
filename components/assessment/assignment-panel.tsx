import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { InsetText } from "@/components/nhs/inset-text";
import { type Assignment, questionKey } from "@/lib/assessment/assignment";
import { assignPath, handBackPath } from "@/lib/http/addresses";
import type { FormAction } from "@/lib/http/form-state";
import { dueInWords } from "./person-work";

type Props = {
  place: { assessmentId: string; capabilityId: string; scope: string };
  /** Who the question is assigned to; undefined where it is nobody's. */
  assignment: Assignment | undefined;
  names: ReadonlyMap<string, string>;
  personId: string;
  today: Date;
  /** What this person may do while the round is open. */
  can: { assign: boolean; handBack: boolean; typeForOthers: boolean };
  takeBackAction: FormAction;
};

/** Whose question this is, by when, and how that is changed. */
export function AssignmentPanel(props: Props) {
  const { assignment, personId, can } = props;
  if (!assignment) return can.assign ? <Unassigned {...props} /> : null;
  return assignment.personId === personId ? (
    <Own {...props} assignment={assignment} />
  ) : (
    <Colleagues {...props} assignment={assignment} />
  );
}

function Unassigned({ place, can }: Props) {
  return (
    <p className="nhsuk-body-s">
      {can.typeForOthers
        ? "This question is nobody's yet. Assign it first, then you can type the answer for that person. "
        : "This question is nobody's yet. "}
      <a className="nhsuk-link" href={assignPath(place.assessmentId, { question: questionKey(place) })}>
        Assign it
      </a>
    </p>
  );
}

type Assigned = Props & { assignment: Assignment };

function Own({ place, assignment, names, today, can }: Assigned) {
  return (
    <InsetText>
      <p>This question is yours. {dueInWords(assignment.due, today)}.</p>
      <Note assignment={assignment} names={names} />
      {can.handBack && (
        <p>
          <a href={handBackPath(place)}>Not yours to answer? Hand it back</a>
        </p>
      )}
    </InsetText>
  );
}

function Colleagues({ place, assignment, names, today, can, takeBackAction }: Assigned) {
  const name = names.get(assignment.personId) ?? "a former colleague";
  return (
    <InsetText>
      <p>
        Assigned to {name}. {dueInWords(assignment.due, today)}.
      </p>
      <Note assignment={assignment} names={names} />
      {can.typeForOthers && <p>What you type here is for {name}, who confirms it.</p>}
      {can.assign && (
        <>
          <p>
            <a href={assignPath(place.assessmentId, { question: questionKey(place) })}>
              Assign it to somebody else
            </a>
          </p>
          <ActionForm action={takeBackAction}>
            {Object.entries(place).map(([key, value]) => (
              <input key={key} type="hidden" name={key} value={value} />
            ))}
            <SubmitButton variant="secondary" small>
              Take it back
            </SubmitButton>
          </ActionForm>
        </>
      )}
    </InsetText>
  );
}

function Note({ assignment, names }: Pick<Assigned, "assignment" | "names">) {
  if (!assignment.note) return null;
  return (
    <p className="app-typed">
      {names.get(assignment.assignedById) ?? "A former colleague"}: {assignment.note}
    </p>
  );
}
