import type { Metadata } from "next";
import { FileForm } from "@/components/forms/file-form";
import { HiddenButton } from "@/components/forms/hidden-button";
import { Breadcrumb } from "@/components/nhs/breadcrumb";
import { ErrorSummary } from "@/components/nhs/error-summary";
import { NotificationBanner } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { ReportLogo } from "@/components/report/report-logo";
import { portfolioPath, reportLogoPath } from "@/lib/http/addresses";
import { removeLogoAction } from "./actions";
import { loadLogo } from "./load-logo";
import { logoProblem } from "./logo-problems";

type Props = { searchParams: Promise<{ problem?: string | string[]; done?: string }> };

export const metadata: Metadata = { title: "Name and logo on your reports" };

const done: Readonly<Record<string, string>> = {
  kept: "The logo is saved.",
  removed: "The logo is taken off your reports.",
};

/** A consultancy's name and logo, as they stand on the gap reports its consultants make. */
export default async function LogoPage({ searchParams }: Props) {
  const { consultancy, logo, version } = await loadLogo();
  const asked = await searchParams;
  const problem = logoProblem(asked.problem);
  const news = Object.hasOwn(done, asked.done ?? "") ? done[asked.done ?? ""] : undefined;
  return (
    <Page before={<Breadcrumb items={[{ href: portfolioPath, text: "Your clients" }]} />}>
      {problem && <ErrorSummary errors={[{ text: problem, href: "#file" }]} />}
      {news && (
        <NotificationBanner kind="success">
          <p className="nhsuk-notification-banner__heading">{news}</p>
        </NotificationBanner>
      )}
      <PageHeading caption={consultancy.name}>Name and logo on your reports</PageHeading>
      <p>
        Gap reports that consultants of {consultancy.name} make of their clients say “Prepared by{" "}
        {consultancy.name}”, with the logo above the title in PDF and Word files and on the page.
      </p>
      {logo ? (
        <>
          <h2 className="nhsuk-heading-m">Your logo</h2>
          <ReportLogo name={consultancy.name} logo={logo} version={version} />
          <HiddenButton action={removeLogoAction} hidden={{ version }}>
            Take the logo off
          </HiddenButton>
        </>
      ) : (
        <p>There is no logo yet.</p>
      )}
      <FileForm
        action={`${reportLogoPath}/upload`}
        label={logo ? "Another picture" : "Picture"}
        hint="PNG or JPEG, smaller than 300 kB. Only a logo of your own. Never the NHS logo, nor one of a trust: its use is not yours to give."
        accept=".png,.jpg,.jpeg,image/png,image/jpeg"
        error={problem}
        submit="Save the logo"
      />
    </Page>
  );
}
