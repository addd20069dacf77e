import type { Metadata } from "next";
import { ConfirmForm } from "@/components/account/confirm-form";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { requireUser } from "@/lib/auth/current-user";
import { safeReturnTo } from "@/lib/auth/return-to";
import { confirmAction } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Confirm it is you" };

/** Asks who has been signed in for a while to prove themself once more. */
export default async function ConfirmPage({ searchParams }: Props) {
  const { returnTo } = await searchParams;
  await requireUser();
  return (
    <Page>
      <PageHeading>Confirm it is you</PageHeading>
      <p>
        You have been signed in for a while, and what comes next is only for you. Enter your password or a
        code. We will not ask again for 10 minutes.
      </p>
      <ConfirmForm
        action={confirmAction}
        returnTo={safeReturnTo(typeof returnTo === "string" ? returnTo : null)}
      />
    </Page>
  );
}
