import type { Metadata } from "next";
import { BoardDetails } from "@/components/board/board-details";
import { BoardFront } from "@/components/board/board-front";
import { BoardPlanView } from "@/components/board/board-plan";
import { asMarkup } from "@/components/markup/as-markup";
import { Details } from "@/components/nhs/details";
import { EmptyState } from "@/components/nhs/empty-state";
import { InsetText } from "@/components/nhs/inset-text";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { TrustTrail } from "@/components/trail/trust-trail";
import { may } from "@/lib/access/policy";
import { boardWords } from "@/lib/report/board-words";
import { boardPackPath, boardPath, messagesPath, trendPath } from "@/lib/http/addresses";
import type { BoardReport } from "@/lib/report/board-report";
import { sameAgain } from "@/lib/report/same-again";
import { audienceAsked, loadBoard } from "./load-board";

type Props = {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { report } = await loadBoard((await params).ods, audienceAsked((await searchParams).version));
  return { title: report.title };
}

/** A trust on one page, from what was signed off: where it stands, what holds it there, what the board is asked. */
export default async function BoardPage({ params, searchParams }: Props) {
  const audience = audienceAsked((await searchParams).version);
  const { user, trust, report } = await loadBoard((await params).ods, audience);
  const { odsCode, name } = trust;
  return drawn({
    trust: { odsCode, name },
    report: { audience, title: report.title, sections: report.sections, plan: report.plan },
    mayWord: may(user, "word the key messages", trust.id),
    mayExport: may(user, "export board packs", trust.id),
  });
}

type Shown = {
  trust: { odsCode: string; name: string };
  report: Pick<BoardReport, "audience" | "title" | "sections" | "plan">;
  mayWord: boolean;
  mayExport: boolean;
};

/** The same for all who are shown the same, so it is drawn once (decision 0044). */
const drawn = sameAgain((shown: Shown) => asMarkup(<Board {...shown} />), 50);

function Board({ trust, report, mayWord, mayExport }: Shown) {
  const { audience, sections } = report;
  const other = audience === "public" ? "private" : "public";

  return (
    <Page width="full" before={<TrustTrail trust={trust} />}>
      <PageHeading size="l">{report.title}</PageHeading>
      {sections.length === 0 && (
        <EmptyState heading="Nothing is signed off yet">
          <p>
            This page shows results once an approver has signed a round off. Until then they can change, and
            only the people working on them see them.
          </p>
        </EmptyState>
      )}
      {sections.length > 0 && (
        <>
          <div className={`app-boards ${sections.length > 1 ? "app-boards--side" : "app-boards--one"}`}>
            {sections.map((section) => (
              <BoardFront key={section.panel.setting} section={section} audience={audience} />
            ))}
          </div>
          {sections[0] && (
            <p className="app-board-words">{boardWords(sections[0].panel.latest.framework).join(" ")}</p>
          )}
          <div className="print:hidden">
            {audience === "public" && (
              <InsetText>
                <p>
                  This is the version for the public. Sensitive capabilities are counted and not named, and no
                  single level is told. Print it or save it as a PDF from your browser.
                </p>
              </InsetText>
            )}
            <p>
              <a className="nhsuk-link" href={boardPath(trust.odsCode, other)}>
                {other === "public" ? "See the version for the public" : "See the version for the board"}
              </a>
              {mayExport && (
                <>
                  {" · "}
                  <a className="nhsuk-link" href={boardPackPath(trust.odsCode)}>
                    Make a board pack
                  </a>
                </>
              )}
            </p>
          </div>
        </>
      )}
      {sections.map((section) => (
        <BoardDetails
          key={section.panel.setting}
          section={section}
          audience={audience}
          messagesHref={mayWord ? messagesPath(trust.odsCode, section.panel.setting, audience) : null}
          trendHref={
            audience === "private" ? `${trendPath(trust.odsCode)}#${section.panel.setting}-heading` : null
          }
        />
      ))}
      {sections[0] && (
        <Details summary="How levels, stage and score come about">
          <ul className="nhsuk-list nhsuk-list--bullet">
            {sections[0].method.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Details>
      )}
      {report.plan && (
        <BoardPlanView plan={report.plan} odsCode={trust.odsCode} linked={audience === "private"} />
      )}
    </Page>
  );
}
