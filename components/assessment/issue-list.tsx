import type { Issue } from "@/lib/assessment/issues";
import type { Framework } from "@/lib/framework/schema";
import { scopeName } from "@/lib/framework/setting-names";
import { answerPagePath } from "@/lib/http/addresses";

type Props = { issues: readonly Issue[]; assessmentId: string; framework: Framework };

/** Issues with a link to where each can be put right. */
export function IssueList({ issues, assessmentId, framework }: Props) {
  return (
    <ul className="nhsuk-list app-issues">
      {issues.map(({ kind, message, task }) => (
        <li key={task ? `${kind} ${task.capability.id} ${task.scope}` : kind}>
          {task ? (
            <>
              <a
                className="nhsuk-link"
                href={answerPagePath({ assessmentId, capabilityId: task.capability.id, scope: task.scope })}
              >
                {task.capability.number} {task.capability.name}
              </a>{" "}
              ({scopeName(framework, task.scope)}): {message.toLowerCase()}
            </>
          ) : (
            message
          )}
        </li>
      ))}
    </ul>
  );
}
