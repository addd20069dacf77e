import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EnrolmentForm } from "@/components/account/enrolment-form";
import { EnrolmentSteps } from "@/components/account/enrolment-steps";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { currentUser } from "@/lib/auth/current-user";
import { safeReturnTo } from "@/lib/auth/return-to";
import { atSecondStep, enrollingOf } from "@/lib/auth/second-step";
import { enrolmentFor, secondFactorSince } from "@/lib/data/second-factors";
import { orUnavailable } from "@/lib/http/database-away";
import { setUpSecondFactorAction } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Set up your second factor" };

/** The first time somebody signs in with a password: nothing opens until there is a second factor. */
export default async function FirstSecondFactorPage({ searchParams }: Props) {
  const { returnTo: wanted } = await searchParams;
  const returnTo = safeReturnTo(typeof wanted === "string" ? wanted : null);
  const half = await orUnavailable(atSecondStep(new Date()));
  if (half && (await orUnavailable(secondFactorSince(half.personId)))) {
    redirect(`/sign-in/code?${new URLSearchParams({ returnTo })}`);
  }
  // Signed in all the way: the form has just been sent, and its answer, the recovery codes, is drawn in this page.
  if (!half && !(await orUnavailable(currentUser()))) redirect("/sign-in");
  const enrolment = half && (await enrolmentFor(enrollingOf(half)));
  return (
    <Page>
      <PageHeading caption="Sign in">Set up your second factor</PageHeading>
      {enrolment && (
        <p>
          A password alone can be guessed or stolen. So you also enter a code each time you sign in, which an
          app makes for you.
        </p>
      )}
      <EnrolmentForm action={setUpSecondFactorAction} goOn={returnTo}>
        {enrolment && <EnrolmentSteps uri={enrolment.uri} secretKey={enrolment.key} />}
      </EnrolmentForm>
    </Page>
  );
}
