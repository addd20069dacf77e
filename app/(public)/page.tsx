import { ButtonLink } from "@/components/nhs/button";
import { InsetText } from "@/components/nhs/inset-text";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { serviceName } from "@/lib/service-name";

export default function StartPage() {
  return (
    <Page>
      <PageHeading size="xl">{serviceName}</PageHeading>
      <p className="nhsuk-body-l">
        Find out, with evidence, how digitally mature your NHS trust is, what holds it there and what to do
        next.
      </p>

      <p>Use this service to:</p>
      <ul>
        <li>place your trust on a ladder of 5 levels for 50 capabilities, in 12 themes</li>
        <li>see the stage your trust has reached, and exactly what is missing for the next one</li>
        <li>find the shortest way there, and what has to be done first</li>
        <li>put a one-page view and a gap report before your board</li>
      </ul>

      <InsetText>
        <p>
          This is for improvement, not a league table. People outside your trust see only what your trust
          decides to share.
        </p>
      </InsetText>

      <ButtonLink href="/sign-in">Start now</ButtonLink>
      <p>
        Not ready to sign in? <Link href="/rapid-check">Try the rapid check</Link>: 12 questions and no
        account. You can also <Link href="/frameworks">read all the questions</Link>.
      </p>

      <h2 className="nhsuk-heading-m">Who it is for</h2>
      <p>Acute, mental health, community, ambulance and specialist NHS trusts in England.</p>
      <p>
        A digital lead runs the assessment. Others answer the parts they know: clinical informatics, nursing,
        information governance, cyber security, operations and finance. An accountable executive signs it off.
      </p>

      <h2 className="nhsuk-heading-m">How long it takes</h2>
      <p>
        Allow about 10 minutes for each capability. Several people can answer at the same time, in any order,
        and answers are saved as you go. Most trusts will want a few weeks from the first answer to sign-off.
      </p>
      <p>The next round starts from your last answers, so you confirm what has not changed.</p>

      <h2 className="nhsuk-heading-m">What you need</h2>
      <ul>
        <li>an account, which your trust’s digital lead gives you</li>
        <li>
          what you already have to show it, such as usage reports, audit results, tested recovery plans and
          board papers: you refer to them, nothing is uploaded
        </li>
        <li>the people who know: each question says who that usually is</li>
      </ul>
      <p>“Not known” is an honest answer. You can change it later.</p>

      <h2 className="nhsuk-heading-m">What it does not replace</h2>
      <p>
        This does not replace your Data Security and Protection Toolkit submission, or the digital maturity
        assessment that NHS England collects each year. What you prepare for those is good evidence here.
      </p>
      <p>Never enter information about patients.</p>
    </Page>
  );
}
