import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { emailChangeOf } from "@/lib/data/email-changes";
import { orUnavailable } from "@/lib/http/database-away";
import { confirmEmailAction } from "./actions";

type Props = { params: Promise<{ token: string }> };

export const metadata: Metadata = { title: "Confirm a change of email address" };

/** Where the links of a change of address lead. Opening the page changes nothing: programs that check mail open links. */
export default async function ConfirmEmailPage({ params }: Props) {
  const { token } = await params;
  const change = await orUnavailable(emailChangeOf(token, new Date()));
  if (!change) {
    return (
      <Page>
        <PageHeading>This link does not work any more</PageHeading>
        <p>It was used before, has expired, or was not copied whole. A link works once, for a day.</p>
        <p>
          You can ask for the change again in <Link href="/account">your account</Link>.
        </p>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeading>Confirm a change of email address</PageHeading>
      <p>The account is to have the address {change.email}.</p>
      <ActionForm action={confirmEmailAction}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton>Confirm</SubmitButton>
      </ActionForm>
    </Page>
  );
}
