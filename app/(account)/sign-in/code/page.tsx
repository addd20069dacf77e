import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CodeForm } from "@/components/account/code-form";
import { Details } from "@/components/nhs/details";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { currentUser } from "@/lib/auth/current-user";
import { safeReturnTo } from "@/lib/auth/return-to";
import { atSecondStep } from "@/lib/auth/second-step";
import { secondFactorSince } from "@/lib/data/second-factors";
import { orUnavailable } from "@/lib/http/database-away";
import { giveCodeAction } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Enter a code" };

/** The second step of signing in, for who gave a password in this browser. */
export default async function CodePage({ searchParams }: Props) {
  const { returnTo: wanted } = await searchParams;
  const returnTo = safeReturnTo(typeof wanted === "string" ? wanted : null);
  const half = await orUnavailable(atSecondStep(new Date()));
  if (!half) redirect((await orUnavailable(currentUser())) ? returnTo : "/sign-in");
  if (!(await orUnavailable(secondFactorSince(half.personId)))) {
    redirect(`/sign-in/second-factor?${new URLSearchParams({ returnTo })}`);
  }
  return (
    <Page>
      <PageHeading caption="Sign in">Enter a code</PageHeading>
      <p>You are signing in as {half.email ?? half.name}. Open your authenticator app to see the code.</p>
      <CodeForm action={giveCodeAction} returnTo={returnTo} />
      <Details summary="I do not have my authenticator app">
        <p>Enter one of the recovery codes you kept when you set it up. Each works once.</p>
        <p>
          If you have none left, ask whoever runs this service in your organisation to let you in again. They
          check that it is you. You then set a new password and a new second factor.
        </p>
      </Details>
      <p>
        <Link href="/sign-in?other=yes">Sign in as somebody else</Link>
      </p>
    </Page>
  );
}
