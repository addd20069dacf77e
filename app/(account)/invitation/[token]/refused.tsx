import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { INVITATION_DAYS, type InvitationTrouble } from "@/lib/access/invitation";

const askAgain = "Ask whoever invited you to send it again.";

const words: Readonly<Record<InvitationTrouble, { heading: string; next: string }>> = {
  unknown: {
    heading: "This link does not work",
    next: `Check that you copied all of it. If you did, it may be out of date. ${askAgain}`,
  },
  expired: {
    heading: "This invitation has run out",
    next: `An invitation lasts ${INVITATION_DAYS} days. ${askAgain}`,
  },
  accepted: {
    heading: "This invitation has been used",
    next: "It works once. If it was you who used it, sign in.",
  },
  withdrawn: {
    heading: "This invitation is no longer valid",
    next: `It was taken back, or you were sent a newer one. Look for the newest email. ${askAgain}`,
  },
  foreign: {
    heading: "This link does not work for the account you are signed in with",
    next: "If you have another account, sign out, then open the link again. Otherwise ask whoever invited you to use the address you sign in with.",
  },
};

/** What to do when a link lets nobody in, without a hint about what it was for. */
export function Refused({ why, signedIn }: { why: InvitationTrouble; signedIn: boolean }) {
  const { heading, next } = words[why];
  return (
    <Page>
      <PageHeading>{heading}</PageHeading>
      <p>{next}</p>
      <p>
        {signedIn ? (
          <Link href="/trusts">Go to your organisations</Link>
        ) : (
          <Link href="/sign-in">Sign in</Link>
        )}{" "}
        or see <Link href="/help">help and contact</Link>.
      </p>
    </Page>
  );
}
