import type { Metadata } from "next";
import { IssuerJoinForm } from "@/components/account/issuer-join-form";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/nhs/button";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { JoinForm } from "@/components/people/join-form";
import { InvitationFacts } from "@/components/people/invitation-facts";
import { currentUser } from "@/lib/auth/current-user";
import { formToken } from "@/lib/auth/form-token";
import { signInPath } from "@/lib/auth/return-to";
import { findInvitation } from "@/lib/data/accept-invitation";
import { knownIssuers } from "@/lib/env";
import { orUnavailable } from "@/lib/http/database-away";
import { invitationPath } from "@/lib/http/addresses";
import { acceptAction, joinAction } from "./actions";
import { Refused } from "./refused";

// The same for every link, so that the title tells nothing either.
export const metadata: Metadata = { title: "Invitation" };

/** Where the link of an invitation leads: to accept it, or to what one can do when it cannot be. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const user = await orUnavailable(currentUser());
  const found = await orUnavailable(findInvitation(user, token, new Date()));
  if (found.kind === "refused") return <Refused why={found.why} signedIn={user !== null} />;
  const { invitation } = found;
  return (
    <Page>
      <PageHeading>
        {invitation.organisation ? `Join ${invitation.organisation.name}` : "Administer this installation"}
      </PageHeading>
      <InvitationFacts {...invitation} />
      {user ? (
        <ActionForm action={acceptAction}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton>Accept</SubmitButton>
        </ActionForm>
      ) : invitation.hasAccount ? (
        <>
          <p>You have an account with this address. Sign in, and you come back here to accept.</p>
          <ButtonLink href={signInPath(invitationPath(token))}>Sign in</ButtonLink>
        </>
      ) : (
        <>
          <JoinForm action={joinAction} token={token} email={invitation.email} />
          {knownIssuers().length > 0 && (
            <IssuerJoinForm
              issuers={knownIssuers().map(({ id, name }) => ({ id, name }))}
              csrfToken={await formToken()}
              invitation={token}
              returnTo={invitationPath(token)}
            />
          )}
        </>
      )}
    </Page>
  );
}
