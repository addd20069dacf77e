import type { Metadata } from "next";
import { Details } from "@/components/nhs/details";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { WarningCallout } from "@/components/nhs/warning-callout";
import { apiGuidePath } from "@/lib/http/addresses";

export const metadata: Metadata = { title: "Help and contact" };

export default function HelpPage() {
  return (
    <Page>
      <PageHeading>Help and contact</PageHeading>

      <h2 className="nhsuk-heading-m">Who to ask</h2>
      <p>
        <b>About your account, your role or a question in the assessment:</b> your trust’s digital lead or the
        coordinator of the round. They can see where things stand and change who does what.
      </p>
      <p>
        <b>About a fault, an accessibility problem or the security of the service:</b> your digital lead as
        well, who knows the team that runs this installation. Give the address of the page, what you did and,
        if one was shown, the code.
      </p>
      <WarningCallout>
        <p>Leave out anything about patients, and your password, when you ask for help.</p>
      </WarningCallout>

      <h2 className="nhsuk-heading-m">Signing in</h2>
      <Details summary="I do not have an account">
        <p>Your trust’s digital lead gives you one. There is no way to register yourself.</p>
      </Details>
      <Details summary="I was signed out">
        <p>
          You are signed out after 30 minutes without use, and after 12 hours in any case. Everything you saw
          marked as saved is kept. Sign in again and you are taken back to the page you were on.
        </p>
      </Details>
      <Details summary="It says the page was not found, but a colleague can see it">
        <p>
          Your role may not include it: see <Link href="/help/roles">what each role may do</Link>. We do not
          say whether a page exists to people who may not see it. Ask your digital lead.
        </p>
      </Details>

      <h2 className="nhsuk-heading-m">Answering</h2>
      <Details summary="I do not know the answer">
        <p>
          Choose “not known”. It counts as not met for now and is shown apart, so that somebody can find out.
          You can leave a criterion undecided too: the result is then a range.
        </p>
      </Details>
      <Details summary="We meet some of a level, but not all of it">
        <p>
          A level counts only when everything it asks for is met, and everything below it. What you meet
          beyond your level is kept and shown, because it is part of the way to the next one.
        </p>
      </Details>
      <Details summary="One of our care settings is different from the rest">
        <p>
          Some questions are answered once for the whole trust. Where a care setting differs, choose “differs
          here” on its page, answer for that setting and say why.
        </p>
      </Details>
      <Details summary="Somebody else changed the answer while I was typing">
        <p>
          Nothing is overwritten. You see their answer and yours side by side, and decide which one stands or
          how to join them.
        </p>
      </Details>
      <Details summary="Is my answer saved?">
        <p>
          The page says so, with the time. If the network or the service fails, it keeps what you typed, tries
          again and tells you until it has worked.
        </p>
      </Details>

      <h2 className="nhsuk-heading-m">Programs</h2>
      <p>
        Your trust’s own systems can read results and save answers in your name: see{" "}
        <Link href={apiGuidePath}>what programs can ask for</Link>.
      </p>

      <h2 className="nhsuk-heading-m">Understanding results</h2>
      <Details summary="What the stages mean">
        <p>
          There are 5: Foundational, Developing, Established, Integrated and Optimised. A stage is held when:
        </p>
        <ul>
          <li>the score over all 12 dimensions is high enough</li>
          <li>every safeguard, such as cyber security or tested recovery, is high enough by itself</li>
          <li>no dimension lags too far behind</li>
        </ul>
        <p>Beside the stage you always see how many conditions are left to the next one, and which.</p>
      </Details>
      <Details summary="Why a high score can still mean a low stage">
        <p>
          A stage is never only an average. Strong results in one place cannot make up for, say, a recovery
          plan that was never tested. The results page names what holds the stage where it is.
        </p>
      </Details>
      <Details summary="Why our result is a range, or provisional">
        <p>
          Until every question is answered and every answer carried forward is confirmed, the result can still
          change. We show the lowest and the highest it can become instead of a figure that may not last.
        </p>
      </Details>
      <Details summary="Who can see our results">
        <p>
          People in your trust by their role, and nobody else unless your trust lets them in. See{" "}
          <Link href="/privacy">privacy</Link>.
        </p>
      </Details>
    </Page>
  );
}
