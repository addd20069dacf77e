import type { Metadata } from "next";
import { CardGroup, CardItem } from "@/components/nhs/card";
import { NotificationBanner } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { PackDownloads } from "@/components/report/pack-downloads";
import { FrontSheetForm } from "@/components/report/front-sheet-form";
import { TrustTrail } from "@/components/trail/trust-trail";
import { may } from "@/lib/access/policy";
import { notFound } from "@/lib/auth/not-found";
import { boardPackPath, boardPath, providerExtractPath } from "@/lib/http/addresses";
import { frontSheetRows } from "@/lib/report/front-sheet";
import { providerExtract } from "@/lib/report/provider-extract";
import { loadBoard } from "../load-board";
import { keepFrontSheetAction } from "./actions";

type Props = { params: Promise<{ ods: string }>; searchParams: Promise<{ done?: string }> };

export const metadata: Metadata = { title: "Board pack" };

/** Where a board pack is put together: its front sheet, filled in once. */
export default async function BoardPackPage({ params, searchParams }: Props) {
  const { ods } = await params;
  const { user, trust, report, frontSheet } = await loadBoard(ods, "private", "for papers");
  if (!frontSheet) notFound();
  // General practice is not among those whose boards assess themselves by these areas.
  const isTrust = providerExtract(report, { showSensitive: false }) !== null;
  const { done } = await searchParams;
  return (
    <Page
      before={<TrustTrail trust={trust} then={[{ href: boardPath(trust.odsCode), text: "Board view" }]} />}
    >
      {done === "kept" && (
        <NotificationBanner kind="success">
          <p className="nhsuk-notification-banner__heading">The front sheet is saved.</p>
        </NotificationBanner>
      )}
      <PageHeading caption={trust.name}>Board pack</PageHeading>
      {report.sections.length === 0 ? (
        <p>Nothing is signed off yet. A pack can be made once an approver has signed a round off.</p>
      ) : (
        <>
          <p>
            Two packs from the same results, with the front sheet below.
            {may(user, "word the key messages", trust.id) && (
              <>
                {" "}
                To change the key messages, go to the{" "}
                <a className="nhsuk-link" href={boardPath(trust.odsCode)}>
                  board view
                </a>
                .
              </>
            )}
          </p>
          <CardGroup>
            <CardItem
              heading="For the private session"
              headingLevel={2}
              href={boardPackPath(trust.odsCode, "private")}
            >
              <p>Read and print it. With levels, and with what is sensitive for those who may see it.</p>
            </CardItem>
            <CardItem
              heading="For the public session"
              headingLevel={2}
              href={boardPackPath(trust.odsCode, "public")}
            >
              <p>Read and print it. Sensitive capabilities are counted and not named.</p>
            </CardItem>
          </CardGroup>
          <h2 className="nhsuk-heading-s">Private session</h2>
          <PackDownloads odsCode={trust.odsCode} edition="private" />
          <h2 className="nhsuk-heading-s">Public session</h2>
          <PackDownloads odsCode={trust.odsCode} edition="public" />
          {isTrust && (
            <>
              <h2 className="nhsuk-heading-s">For the board’s yearly self-assessment</h2>
              <p>
                The same results by provider capability area, short enough for one page with up to two care
                settings:{" "}
                <a className="nhsuk-link" href={providerExtractPath(trust.odsCode, "private")}>
                  for the private session
                </a>
                ,{" "}
                <a className="nhsuk-link" href={providerExtractPath(trust.odsCode, "public")}>
                  for the public session
                </a>
                .
              </p>
            </>
          )}
        </>
      )}
      <h2 className="nhsuk-heading-l" id="front-sheet">
        Front sheet
      </h2>
      {may(user, "fill in the front sheet", trust.id) ? (
        <>
          <p>
            It is kept for the next pack. What you write stands in both packs, the public one included: name
            no sensitive safeguard, no member of staff and no patient. It may be released under the Freedom of
            Information Act.
          </p>
          <FrontSheetForm
            action={keepFrontSheetAction}
            hidden={{ ods: trust.odsCode, version: frontSheet.version }}
            sheet={frontSheet.sheet}
          />
        </>
      ) : (
        <Table
          caption={frontSheet.sheet.title}
          captionSize="s"
          columns={[{ header: "What" }, { header: "Value" }]}
          rows={frontSheetRows(frontSheet.sheet).map(({ name, value }) => ({
            id: name,
            cells: [name, value],
          }))}
        />
      )}
    </Page>
  );
}
