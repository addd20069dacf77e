import { Details } from "@/components/nhs/details";
import { changeNames, type ActionChange } from "@/lib/plan/action-history";
import { momentInWords } from "@/lib/report/dates";

type Props = {
  history: readonly { version: number; change: ActionChange; at: Date; by: string | null; from: string }[];
};

/** Every change of an action, newest first. */
export function ActionHistory({ history }: Props) {
  return (
    <>
      <h2 className="nhsuk-heading-m">History</h2>
      <Details summary={history.length === 1 ? "1 version" : `${history.length} versions`}>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {history.map(({ version, change, at, by, from }) => (
            <li key={version}>
              {from ? `Copied from ${from}` : changeNames[change]}
              {by && ` by ${by}`}, {momentInWords(at)}
            </li>
          ))}
        </ul>
      </Details>
    </>
  );
}
