import type { Metadata } from "next";
import { AccountTrail } from "@/components/account/account-trail";
import { ButtonLink } from "@/components/nhs/button";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";

export const metadata: Metadata = { title: "What this service holds about you" };

export default async function AccountDataPage() {
  await requireRecentSignIn();
  return (
    <Page before={<AccountTrail />}>
      <PageHeading>What this service holds about you</PageHeading>
      <p>The file has, in a form that programs can read:</p>
      <ul>
        <li>your name, email address and job title, and your roles</li>
        <li>when your password was changed and your second factor set up, but neither of them</li>
        <li>other ways in which you sign in</li>
        <li>when you were signed in, and in which kind of browser</li>
      </ul>
      <ButtonLink href="/account/data/account.json" download>
        Download as JSON
      </ButtonLink>
      <p>
        Answers, notes and sign-offs with your name belong to your organisation. They are in its record, not
        in this file. <Link href="/privacy">Privacy</Link> says whom to ask for them.
      </p>
    </Page>
  );
}
