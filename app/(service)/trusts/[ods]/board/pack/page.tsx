import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NotificationBanner } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { FrontSheetForm } from "@/components/report/front-sheet-form";
import { TrustTrail } from "@/components/trail/trust-trail";
import { requireUser } from "@/lib/auth/current-user";
import { frontSheetOf } from "@/lib/data/front-sheet";
import { organisationByCode } from "@/lib/data/organisations";
import { boardPath } from "@/lib/http/addresses";
import { keepFrontSheetAction } from "./actions";

type Props = { params: Promise<{ ods: string }>; searchParams: Promise<{ done?: string }> };

export const metadata: Metadata = { title: "Board pack" };

/** Where a board pack is put together: its front sheet, filled in once. */
export default async function BoardPackPage({ params, searchParams }: Props) {
  const user = await requireUser();
  const trust = await organisationByCode(user, (await params).ods);
  const kept = trust && (await frontSheetOf(user, trust.id));
  if (!trust || !kept) notFound();
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
      <h2 className="nhsuk-heading-l" id="front-sheet">
        Front sheet
      </h2>
      <p>
        It is kept for the next pack. What you write stands in both packs, the public one included: name no
        sensitive safeguard, no member of staff and no patient. It may be released under the Freedom of
        Information Act.
      </p>
      <FrontSheetForm
        action={keepFrontSheetAction}
        hidden={{ ods: trust.odsCode, version: kept.version }}
        sheet={kept.sheet}
      />
    </Page>
  );
}
