import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { SessionWarning } from "@/components/account/session-warning";
import { SessionWarningPlain } from "@/components/account/session-warning-plain";
import { KeepSent } from "@/components/forms/keep-sent";
import { UnsentForm } from "@/components/forms/unsent-form";
import { asMarkup } from "@/components/markup/as-markup";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { PhaseBanner } from "@/components/nhs/phase-banner";
import { serviceName } from "@/lib/service-name";
import { SiteFooter } from "@/components/nhs/site-footer";
import { SiteHeader, type Visitor } from "@/components/nhs/site-header";
import { SkipLink } from "@/components/nhs/skip-link";
import { currentUser, secondsSignedIn } from "@/lib/auth/current-user";
import { isDemo } from "@/lib/env";
import { isDatabaseDown } from "@/lib/data/database-trouble";
import { requestForm } from "@/lib/http/request-form";
import { headLinks } from "./head-links";
import "./globals.scss";
import "./utilities.css";

// Each response carries its own nonce, so no page may be made ahead of time.
export const dynamic = "force-dynamic";

const metadata: Metadata = {
  description: "Find out how digitally mature your NHS trust is, what holds it there and what to do next.",
  icons: headLinks("/fault.css"),
  formatDetection: { telephone: false },
};

/** A page that shows what is wrong in a form says so first, in its title. */
export async function generateMetadata(): Promise<Metadata> {
  const prefix = (await requestForm())?.hasErrors ? "Error: " : "";
  const title = { template: `${prefix}%s – ${serviceName}`, default: prefix + serviceName };
  return { ...metadata, title };
}

export const viewport: Viewport = { themeColor: "#005eb8" };

// nhsuk-frontend styles some parts only where scripts run; this says so before anything is drawn. What is typed before
// the other scripts have come is noted at its field, for components/forms/character-count.tsx to give back.
const markScripts =
  "document.body.className+=' js-enabled'+('noModule' in HTMLScriptElement.prototype?' nhsuk-frontend-supported':'');" +
  "document.addEventListener('input',function(e){e.target.typed=e.target.value},true)";

/**
 * The frame of every page. It shows who is signed in; it never decides who may see what. A form that could not be dealt
 * with stands here in place of its page, which the same trouble may keep from being made (decision 0034).
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const who = await visitor();
  const secondsLeft = who.kind === "signed-in" ? await secondsSignedIn() : null;
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const unsent = (await requestForm())?.unsent;
  return (
    <html lang="en-GB">
      <body suppressHydrationWarning>
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: markScripts }} />
        <SkipLink />
        {asMarkup(<SiteHeader serviceName={serviceName} visitor={who} />, { controls: true })}
        {isDemo() &&
          asMarkup(
            <PhaseBanner phase="Demo">
              Every trust and person here is invented. What you enter stays on this machine and may be
              cleared.
            </PhaseBanner>,
          )}
        {unsent ? (
          <>
            <title>{`Error: Your form is not sent yet – ${serviceName}`}</title>
            <Page>
              <PageHeading>Your form is not sent yet</PageHeading>
              <UnsentForm {...unsent} />
            </Page>
          </>
        ) : (
          children
        )}
        {asMarkup(<SiteFooter />)}
        {secondsLeft !== null && (
          <>
            <SessionWarning secondsLeft={secondsLeft} />
            <SessionWarningPlain />
            <KeepSent />
          </>
        )}
      </body>
    </html>
  );
}

async function visitor(): Promise<Visitor> {
  try {
    const user = await currentUser();
    return user
      ? { kind: "signed-in", name: user.name, administrator: user.administrator }
      : { kind: "signed-out" };
  } catch (error) {
    // With the database away the public pages still stand; a page that needs it says so itself.
    if (!isDatabaseDown(error)) unstable_rethrow(error);
    return { kind: "unknown" };
  }
}
