import type { Metadata } from "next";
import { InsetText } from "@/components/nhs/inset-text";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";

export const metadata: Metadata = { title: "Privacy" };

export default function PrivacyPage() {
  return (
    <Page>
      <PageHeading>Privacy</PageHeading>
      <p>
        This page says what the service knows about you, why, who can see it and what you can do about it.
      </p>
      <InsetText>
        <p>
          The service is about organisations. It holds no information about patients, and nobody may enter
          any.
        </p>
      </InsetText>

      <h2 className="nhsuk-heading-m">Who is responsible</h2>
      <p>
        Your trust is the controller of what its people enter here. The organisation that runs this
        installation processes it for your trust. If you work for another organisation, such as an integrated
        care board, it is the controller of your account.
      </p>

      <h2 className="nhsuk-heading-m">What we hold about you</h2>
      <ul>
        <li>your name, your work email address and your job title, if given</li>
        <li>the organisations you belong to here, and your role in each</li>
        <li>
          how you sign in: your password and second factor in a form nobody can read back, or the number by
          which your organisation or NHS CIS2 knows you
        </li>
        <li>when you signed in, in which kind of browser, and when you last used the service</li>
        <li>what you entered or decided, and when: answers, notes, targets, sign-offs</li>
        <li>
          technical records of requests and faults, which never hold answers, names or what makes you signed
          in
        </li>
      </ul>
      <p>We hold no date of birth, home address or health information, and there is no place to enter one.</p>

      <h2 className="nhsuk-heading-m">Why we may hold it</h2>
      <p>
        To run the assessment and to show who said what, when. An assessment that a board relies on has to be
        traceable. The lawful basis is a task carried out in the public interest, Article 6(1)(e) of the UK
        General Data Protection Regulation.
      </p>
      <p>Nothing here decides anything about you, and nothing is decided automatically.</p>

      <h2 className="nhsuk-heading-m">Who can see it</h2>
      <ul>
        <li>people in your trust, as far as their role allows: they see who answered, confirmed or signed</li>
        <li>people outside your trust, only as far and as long as your trust lets them in</li>
        <li>
          administrators of this installation see accounts and the record of events, and cannot read a trust’s
          answers
        </li>
      </ul>
      <p>
        We sell nothing, use no advertising or analytics, and send nothing to other companies. Your browser
        asks no other site for anything when you use the service.
      </p>
      <p>
        What your trust enters may have to be released under the Freedom of Information Act 2000. Write notes
        with that in mind.
      </p>

      <h2 className="nhsuk-heading-m">How long we keep it</h2>
      <p>
        Signed-off results and the record of who did what are kept for as long as your trust needs them, by
        its own retention schedule. When your trust removes you, you can no longer sign in at once; your name
        stays beside what you did.
      </p>
      <p>Your session ends after 30 minutes without use, and after 12 hours in any case.</p>

      <h2 className="nhsuk-heading-m">Your rights</h2>
      <p>
        You can ask for a copy of what is held about you, have it corrected, object to its use, and in some
        cases have its use limited. Ask your trust’s data protection officer, who is named on your trust’s
        website.
      </p>
      <p>
        If you are not content with the answer, you can complain to the{" "}
        <Link href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</Link>.
      </p>

      <p className="nhsuk-body-s nhsuk-u-secondary-text-colour">Last updated 22 November 2026.</p>
    </Page>
  );
}
