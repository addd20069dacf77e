import type { Metadata } from "next";
import { AccountTrail } from "@/components/account/account-trail";
import { NewPasswordForm } from "@/components/account/new-password-form";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { requireUser } from "@/lib/auth/current-user";
import { hasCredential } from "@/lib/data/credentials";
import { orUnavailable } from "@/lib/http/database-away";
import { changePasswordAction } from "./actions";

export const metadata: Metadata = { title: "Change your password" };

export default async function PasswordPage() {
  const user = await requireUser();
  const hasOne = await orUnavailable(hasCredential(user.personId));
  return (
    <Page before={<AccountTrail />}>
      <PageHeading>Change your password</PageHeading>
      {hasOne ? (
        <>
          <p>You stay signed in here, and are signed out everywhere else.</p>
          <NewPasswordForm action={changePasswordAction} submit="Change my password" askForCurrent />
        </>
      ) : (
        <p>You have no password here, because you sign in another way.</p>
      )}
    </Page>
  );
}
