import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";

type Props = {
  issuers: readonly { id: string; name: string }[];
  csrfToken: string;
  invitation: string;
  /** The page of the invitation: where somebody comes back to who has an account already. */
  returnTo: string;
};

/** Accepts an invitation by signing in elsewhere, for who wants no password here. A button for each place. */
export function IssuerJoinForm({ issuers, csrfToken, invitation, returnTo }: Props) {
  return (
    <form method="post">
      <h2 className="nhsuk-heading-m">Or sign in with your organisation</h2>
      <p>You need no password here then.</p>
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={returnTo} />
      <input type="hidden" name="errand" value="join" />
      <input type="hidden" name="invitation" value={invitation} />
      <TextInput
        id="join-name"
        name="name"
        label="Your full name"
        labelSize="s"
        autoComplete="name"
        required
      />
      <TextInput
        id="join-job"
        name="jobTitle"
        label="Your job title"
        labelSize="s"
        autoComplete="organization-title"
        required
      />
      {issuers.map(({ id, name }) => (
        <p key={id}>
          <SubmitButton variant="secondary" formAction={`/api/auth/signin/${id}`}>
            Accept with {name}
          </SubmitButton>
        </p>
      ))}
    </form>
  );
}
