import type { Metadata } from "next";
import { NewPasswordForm } from "@/components/account/new-password-form";
import { ButtonLink } from "@/components/nhs/button";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { resetFor } from "@/lib/data/password-resets";
import { orUnavailable } from "@/lib/http/database-away";
import { newPasswordAction } from "./actions";

type Props = { params: Promise<{ token: string }> };

export const metadata: Metadata = { title: "Choose a new password" };

/** Where a link to set a new password leads. */
export default async function NewPasswordPage({ params }: Props) {
  const { token } = await params;
  const reset = await orUnavailable(resetFor(token, new Date()));
  if (!reset) {
    return (
      <Page>
        <PageHeading>This link does not work any more</PageHeading>
        <p>It was used before, has expired, or was not copied whole. A link works once, for one hour.</p>
        <ButtonLink href="/sign-in/forgotten">Ask for another</ButtonLink>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeading>Choose a new password</PageHeading>
      <p>For {reset.email}. When you have set it, you are signed out everywhere else.</p>
      <NewPasswordForm action={newPasswordAction} hidden={{ token }} submit="Set the password" />
    </Page>
  );
}
