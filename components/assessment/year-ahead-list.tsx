import { Details } from "@/components/nhs/details";
import { Link } from "@/components/nhs/link";
import {
  answeringPath,
  assessmentPath,
  evidencePath,
  planPath,
  resultsPath,
  reviewPath,
  yearDatesPath,
} from "@/lib/http/addresses";
import { dateInWords } from "@/lib/report/dates";
import type { YearEntry, YearKind } from "@/lib/report/year-ahead";
import { yearEntryInWords } from "@/lib/report/year-words";

type Props = { entries: readonly YearEntry[]; odsCode: string; assessmentId: string; setting: string };

/** How many entries stand open; the rest of the year is folded away. */
const FIRST = 6;

/** The year ahead for whoever leads the work, in order of time, each leading to where it is seen to. */
export function YearAheadList({ entries, odsCode, assessmentId, setting }: Props) {
  const places: Readonly<Record<YearKind, string>> = {
    own: yearDatesPath(odsCode),
    sign_off: assessmentPath(assessmentId),
    guest_review: reviewPath(assessmentId),
    questions: answeringPath(assessmentId),
    targets: resultsPath(assessmentId, setting, "targets"),
    actions: planPath(odsCode),
    contracts: resultsPath(assessmentId, setting, "gaps"),
    evidence: evidencePath(odsCode),
  };
  const lines = (some: readonly YearEntry[]) => (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {some.map((entry) => (
        <li key={`${entry.on.toISOString()} ${entry.kind}`} className="wrap-anywhere">
          {dateInWords(entry.on)}: <Link href={places[entry.kind]}>{yearEntryInWords(entry)}</Link>
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="year-ahead">
      <h2 className="nhsuk-heading-m" id="year-ahead">
        The year ahead
      </h2>
      {entries.length > 0 ? (
        lines(entries.slice(0, FIRST))
      ) : (
        <p>Nothing in the next twelve months has a date.</p>
      )}
      {entries.length > FIRST && (
        <Details summary={`Later in the year (${entries.length - FIRST})`}>
          {lines(entries.slice(FIRST))}
        </Details>
      )}
      <p>
        <Link href={yearDatesPath(odsCode)}>
          Enter the dates of the planning return, DSPT, DMA and board review
        </Link>
      </p>
    </section>
  );
}
