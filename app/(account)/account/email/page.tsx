import type { Metadata } from "next";
import { AccountTrail } from "@/components/account/account-trail";
import { AddressForm } from "@/components/account/address-form";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { ownAddress } from "@/lib/data/email-changes";
import { mailServer } from "@/lib/env";
import { orUnavailable } from "@/lib/http/database-away";
import { askForEmailChangeAction } from "./actions";

export const metadata: Metadata = { title: "Change your email address" };

export default async function EmailPage() {
  const user = await requireRecentSignIn();
  const { email } = await orUnavailable(ownAddress(user, new Date()));
  return (
    <Page before={<AccountTrail />}>
      <PageHeading>Change your email address</PageHeading>
      {mailServer() && email ? (
        <>
          <p>
            Your address now is {email}. We send a link to it and one to the new address. Your address changes
            when both have been opened, within a day.
          </p>
          <AddressForm action={askForEmailChangeAction} label="New email address" submit="Send both links" />
        </>
      ) : (
        <p>This installation sends no email, so your address cannot be changed here. Ask an administrator.</p>
      )}
    </Page>
  );
}
