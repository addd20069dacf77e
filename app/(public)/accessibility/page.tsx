import type { Metadata } from "next";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";

export const metadata: Metadata = { title: "Accessibility statement" };

/** In the order and words the public sector accessibility regulations of 2018 ask for. Say only what was tested. */
export default function AccessibilityPage() {
  return (
    <Page>
      <PageHeading>Accessibility statement for Assess your trust’s digital maturity</PageHeading>
      <p>
        This statement is about the pages of this service and the files it produces. We want as many people as
        possible to be able to use it. You should be able to:
      </p>
      <ul>
        <li>zoom in up to 400% without the text spilling off the screen</li>
        <li>use every page with a keyboard or with speech recognition software</li>
        <li>listen to every page with a screen reader</li>
        <li>sign in, answer and save with JavaScript switched off</li>
        <li>read every chart as text and as a table, and in black and white</li>
      </ul>
      <p>We have also made the text as simple as we can to understand.</p>
      <p>
        <Link href="https://mcmw.abilitynet.org.uk/">AbilityNet</Link> has advice on making your device easier
        to use if you have a disability.
      </p>

      <h2 className="nhsuk-heading-m">How accessible this service is</h2>
      <p>We know that some parts are not fully accessible, or not yet shown to be:</p>
      <ul>
        <li>
          we have not yet tested with people who use JAWS, NVDA, VoiceOver, Dragon or screen magnifiers every
          day
        </li>
        <li>
          with JavaScript switched off, an unexpected fault or a page that is not found shows a short message
          in place of a page
        </li>
        <li>
          wide tables of figures scroll sideways on small screens, within the table; the rest of the page does
          not
        </li>
        <li>
          we have not yet tested the Excel files we produce with a screen reader; the same figures are on a
          page
        </li>
      </ul>

      <h2 className="nhsuk-heading-m">Feedback and contact information</h2>
      <p>
        If you find a problem that is not listed here, or need something from this service in another format,
        tell your trust’s digital lead, who can pass it to the team that runs the service.{" "}
        <Link href="/help">Help and contact</Link> says how.
      </p>

      <h2 className="nhsuk-heading-m">Enforcement procedure</h2>
      <p>
        The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies
        (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the “accessibility
        regulations”). If you are not happy with how we respond to your complaint, contact the{" "}
        <Link href="https://www.equalityadvisoryservice.com/">
          Equality Advisory and Support Service (EASS)
        </Link>
        .
      </p>

      <h2 className="nhsuk-heading-m">Technical information about this service’s accessibility</h2>
      <p>
        The organisation that runs this service is committed to making it accessible, in accordance with the
        Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
      </p>
      <h3 className="nhsuk-heading-s">Compliance status</h3>
      <p>
        This service is partially compliant with the{" "}
        <Link href="https://www.w3.org/TR/WCAG22/">Web Content Accessibility Guidelines version 2.2</Link> AA
        standard, due to the non-compliances listed below.
      </p>

      <h2 className="nhsuk-heading-m">Non-accessible content</h2>
      <p>The content listed below is non-accessible for the following reasons.</p>
      <h3 className="nhsuk-heading-s">Non-compliance with the accessibility regulations</h3>
      <p>
        With JavaScript switched off, an unexpected fault or a page that is not there, or not yours to see,
        shows a short message that has no heading and does not state its language. This fails WCAG 2.2 success
        criteria 1.3.1 (info and relationships) and 3.1.1 (language of page). Going back or loading the page
        again works. We plan to fix this before the first full release.
      </p>
      <p>
        Until people who use assistive technology have tested the service and an independent audit has been
        done, we do not claim that everything else complies in full.
      </p>
      <h3 className="nhsuk-heading-s">Disproportionate burden</h3>
      <p>We claim none.</p>
      <h3 className="nhsuk-heading-s">
        Content that is not within the scope of the accessibility regulations
      </h3>
      <p>
        Documents that trusts refer to as evidence are kept and published by others. This service holds only
        their titles and addresses.
      </p>

      <h2 className="nhsuk-heading-m">What we are doing to improve accessibility</h2>
      <p>
        Every page is checked against WCAG 2.2 AA by automated tests, error messages included, each time the
        service is changed. The main journey is also run by keyboard alone, with JavaScript switched off and
        at a width of 320 pixels. Tests with people who use assistive technology come next.
      </p>

      <h2 className="nhsuk-heading-m">Preparation of this accessibility statement</h2>
      <p>This statement was prepared on 22 November 2026. It was last reviewed on 22 November 2026.</p>
      <p>
        The service was last tested on 22 November 2026 by the team that makes it, with the automated tool
        axe-core in Chromium, at widths of 1280 and 320 pixels.
      </p>
    </Page>
  );
}
