import { type HandedBack, questionKey } from "@/lib/assessment/assignment";
import { taskKey } from "@/lib/assessment/chase";
import type { Task } from "@/lib/assessment/tasks";
import { assignPath } from "@/lib/http/addresses";
import { dateInWords } from "@/lib/report/dates";

type Props = {
  assessmentId: string;
  tasks: readonly Task[];
  handedBack: readonly HandedBack[];
  names: ReadonlyMap<string, string>;
  /** Whether questions can still be assigned. */
  open: boolean;
};

/** Questions that came back, with the reason, to be given to somebody else. */
export function HandedBackList({ assessmentId, tasks, handedBack, names, open }: Props) {
  if (handedBack.length === 0) return null;
  const known = new Map(tasks.map((task) => [taskKey(task), task]));
  return (
    <>
      <h2 className="nhsuk-heading-m">Handed back</h2>
      <ul className="nhsuk-list app-rows">
        {handedBack.map((back) => {
          const key = questionKey(back);
          const capability = known.get(key)?.capability;
          const title = `${capability?.number ?? ""} ${capability?.name ?? back.capabilityId}`.trim();
          return (
            <li key={key}>
              <p className="nhsuk-u-margin-bottom-1">
                <b>{title}</b>, by {names.get(back.personId) ?? "a former colleague"} on{" "}
                {dateInWords(back.at)}
              </p>
              <p className="app-typed nhsuk-u-margin-bottom-1">{back.reason}</p>
              {open && (
                <a className="nhsuk-link" href={assignPath(assessmentId, { question: key })}>
                  Assign it again<span className="nhsuk-u-visually-hidden">: {title}</span>
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
