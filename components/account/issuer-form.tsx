import { SubmitButton } from "@/components/forms/submit-button";

type Props = {
  issuer: { id: string; name: string };
  csrfToken: string;
  returnTo: string;
  /** Why somebody goes there: to sign in, to add the way to their account, or to prove themself once more. */
  errand: "sign-in" | "link" | "confirm";
  label: string;
};

/** Leads to another organisation's sign-in. */
export function IssuerForm({ issuer, csrfToken, returnTo, errand, label }: Props) {
  return (
    <form method="post" action={`/api/auth/signin/${issuer.id}`}>
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={returnTo} />
      <input type="hidden" name="errand" value={errand} />
      <SubmitButton variant="secondary">{label}</SubmitButton>
    </form>
  );
}
