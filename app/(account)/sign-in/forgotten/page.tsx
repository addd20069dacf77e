import type { Metadata } from "next";
import { AddressForm } from "@/components/account/address-form";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { mailServer } from "@/lib/env";
import { forgottenAction } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Set a new password" };

export default async function ForgottenPage({ searchParams }: Props) {
  const { sent } = await searchParams;
  return (
    <Page>
      <PageHeading caption="Sign in">
        {sent === "yes" ? "Check your email" : "Set a new password"}
      </PageHeading>
      {mailServer() === null ? <NoMail /> : sent === "yes" ? <Sent /> : <Ask />}
      <p>
        <Link href="/sign-in">Back to sign in</Link>
      </p>
    </Page>
  );
}

function Ask() {
  return (
    <>
      <p>Enter the email address you sign in with. We send it a link to choose a new password.</p>
      <AddressForm action={forgottenAction} label="Email address" submit="Send the link" />
    </>
  );
}

function Sent() {
  return (
    <>
      <p>
        If somebody signs in here with that address and a password, we have sent them a link. It works once,
        for one hour.
      </p>
      <p>
        Nothing there after a few minutes? Look among unwanted mail, and check that you gave the address you
        were invited at. If you sign in through your organisation or NHS CIS2, there is no password here to
        set.
      </p>
    </>
  );
}

function NoMail() {
  return (
    <p>
      This installation sends no email. Ask whoever runs it for a link to set a new password. They check that
      it is you.
    </p>
  );
}
