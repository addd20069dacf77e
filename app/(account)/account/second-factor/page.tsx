import type { Metadata } from "next";
import { AccountTrail } from "@/components/account/account-trail";
import { EnrolmentForm } from "@/components/account/enrolment-form";
import { EnrolmentSteps } from "@/components/account/enrolment-steps";
import { NewRecoveryCodesForm } from "@/components/account/new-recovery-codes-form";
import { InsetText } from "@/components/nhs/inset-text";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { ownEnrolment } from "@/lib/auth/turn-over";
import { accountStanding } from "@/lib/data/account-standing";
import { enrolmentFor } from "@/lib/data/second-factors";
import { orUnavailable } from "@/lib/http/database-away";
import { dateInWords } from "@/lib/report/dates";
import { newRecoveryCodesAction, turnOverAction } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Second factor and recovery codes" };

export default async function SecondFactorPage({ searchParams }: Props) {
  const { recovered } = await searchParams;
  const user = await requireRecentSignIn();
  const now = new Date();
  const { secondFactorSince, recoveryCodes } = await orUnavailable(accountStanding(user, now));
  const enrolling = secondFactorSince && (await ownEnrolment(user, now));
  return (
    <Page before={<AccountTrail />}>
      <PageHeading>Second factor and recovery codes</PageHeading>
      {recovered === "yes" && (
        <InsetText>
          <p>
            You came in by a recovery code. If your phone is lost or new, set up your second factor again now.
          </p>
        </InsetText>
      )}
      {enrolling ? (
        <>
          <p>
            Your second factor was set up on {dateInWords(secondFactorSince)}. You can change it. You cannot
            switch it off.
          </p>
          <h2 className="nhsuk-heading-m">Set it up in another app or phone</h2>
          <p>What you have now works until the new code is confirmed, and not after that.</p>
          <EnrolmentForm action={turnOverAction} goOn="/account">
            <Steps enrolling={enrolling} />
          </EnrolmentForm>
          <h2 className="nhsuk-heading-m">Recovery codes</h2>
          <p>
            You have {recoveryCodes} left. If they are lost or somebody saw them, make new ones: the old ones
            then stop working.
          </p>
          <NewRecoveryCodesForm action={newRecoveryCodesAction} />
        </>
      ) : (
        <p>
          You have no second factor here: whoever you sign in with asks for one, or this is a demonstration.
        </p>
      )}
    </Page>
  );
}

async function Steps({ enrolling }: { enrolling: Parameters<typeof enrolmentFor>[0] }) {
  const { uri, key } = await enrolmentFor(enrolling);
  return <EnrolmentSteps uri={uri} secretKey={key} />;
}
