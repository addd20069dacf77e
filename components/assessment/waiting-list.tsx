import { Link } from "@/components/nhs/link";
import { answeringPath, evidencePath, planPath, resultsPath, reviewPath } from "@/lib/http/addresses";
import type { Waiting } from "@/lib/report/waiting";

type Props = { waiting: Waiting; odsCode: string; assessmentId: string; setting: string };

/** What waits for whoever leads the assessment, or is late, each leading to where it is settled. */
export function WaitingList({ waiting, odsCode, assessmentId, setting }: Props) {
  const lines = [
    line(waiting.overdue, "question is overdue", "questions are overdue", answeringPath(assessmentId)),
    line(
      waiting.handedBack,
      "question came back and is nobody’s",
      "questions came back and are nobody’s",
      answeringPath(assessmentId),
    ),
    line(
      waiting.challenged,
      "challenge waits for a reply",
      "challenges wait for a reply",
      reviewPath(assessmentId),
    ),
    line(
      waiting.missedTargets,
      "capability is below a target whose date has passed",
      "capabilities are below targets whose dates have passed",
      resultsPath(assessmentId, setting, "targets"),
    ),
    line(waiting.lateActions, "action is late", "actions are late", `${planPath(odsCode)}?show=late`),
    line(
      waiting.copied,
      "copied piece of evidence is to be confirmed",
      "copied pieces of evidence are to be confirmed",
      evidencePath(odsCode),
    ),
    line(
      waiting.expired,
      "piece of evidence has expired",
      "pieces of evidence have expired",
      `${evidencePath(odsCode)}?show=expiring`,
    ),
    line(
      waiting.expiring,
      "piece of evidence expires soon",
      "pieces of evidence expire soon",
      `${evidencePath(odsCode)}?show=expiring`,
    ),
  ].flat();
  if (lines.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-2">What waits, or is late</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {lines.map(({ text, href }) => (
          <li key={text}>
            <Link href={href}>{text}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function line(count: number, one: string, several: string, href: string) {
  return count === 0 ? [] : [{ text: `${count} ${count === 1 ? one : several}`, href }];
}
