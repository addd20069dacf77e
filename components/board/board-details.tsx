import { Table } from "@/components/nhs/table";
import { SentenceList } from "@/components/results/sentence-list";
import { TrendView } from "@/components/results/trend-view";
import type { BoardSection } from "@/lib/report/board-report";
import { dateInWords } from "@/lib/report/dates";
import type { Audience } from "@/lib/report/unnamed";
import { BoardMessages } from "./board-messages";
import { BoardScoresView } from "./board-scores";

type Props = {
  section: BoardSection;
  audience: Audience;
  /** Where its key messages are worded; null for who may not. */
  messagesHref: string | null;
  /** Where the trend goes back further and says why; null for who may not open it. */
  trendHref: string | null;
};

/** What stands below the fold for one care setting: messages, pillars, trend, gaps, how sure one can be. */
export function BoardDetails({ section, audience, messagesHref, trendHref }: Props) {
  const { panel, messages, wording, scores, trend, gaps, hiddenGaps, confidence } = section;
  const { setting, name } = panel;
  return (
    <section aria-labelledby={`${setting}-more`}>
      <h2 className="nhsuk-heading-l" id={`${setting}-more`}>
        {name}
      </h2>
      <h3 className="nhsuk-heading-m">Key messages</h3>
      <BoardMessages messages={messages} wording={wording} href={messagesHref} about={name} />
      <BoardScoresView panel={panel} scores={scores} />
      <h3 className="nhsuk-heading-m">Over time</h3>
      <TrendView setting={setting} name={name} entries={trend} linked={audience === "private"} />
      <Moved section={section} href={trendHref} />
      <h3 className="nhsuk-heading-m">Most pressing gaps</h3>
      <Table
        caption={`${name}: safeguards below their target first, then by value`}
        captionSize="s"
        columns={[
          { header: "Capability" },
          { header: "List" },
          ...(audience === "public" ? [] : [{ header: "Level now" }]),
          { header: "Target" },
        ]}
        rows={gaps.map(({ id, title, list, level, target, by }) => ({
          id,
          cells: [
            title,
            list,
            ...(level === null ? [] : [String(level)]),
            by ? `${target} by ${dateInWords(by)}` : String(target),
          ],
        }))}
        empty="Every target that may be named here is reached."
      />
      {gaps.length > 0 && (
        <p className="nhsuk-body-s">
          {panel.gaps
            .filter((section) => gaps.some(({ list }) => list === section.name))
            .map(({ name: list, meaning }) => `${list}: ${meaning}.`)
            .join(" ")}
        </p>
      )}
      {hiddenGaps > 0 && (
        <p>
          {hiddenGaps} sensitive {hiddenGaps === 1 ? "gap is" : "gaps are"} counted in the scores and not
          named here.
        </p>
      )}
      <h3 className="nhsuk-heading-m">Completeness and confidence</h3>
      <SentenceList sentences={confidence} />
    </section>
  );
}

function Moved({ section: { moved, panel }, href }: { section: BoardSection; href: string | null }) {
  if (!moved) return null;
  const { since, rose, fell, unnamed } = moved;
  return (
    <>
      {fell.length > 0 && (
        <p>
          Fell since {since}: {fell.join("; ")}.
        </p>
      )}
      {rose.length > 0 && (
        <p>
          {rose.length === 1 ? "1 level" : `${rose.length} levels`} rose since {since}
          {fell.length === 0 ? " and none fell that is named here" : ""}.
        </p>
      )}
      {unnamed > 0 && rose.length + fell.length > 0 && (
        <p>
          {unnamed === 1
            ? "1 more moved. It is sensitive, so it is not named here."
            : `${unnamed} more moved. They are sensitive, so they are not named here.`}
        </p>
      )}
      {href && (
        <p className="print:hidden">
          <a className="nhsuk-link" href={href}>
            See what rose, what fell and why
            <span className="nhsuk-u-visually-hidden"> in {panel.name}</span>
          </a>
        </p>
      )}
    </>
  );
}
