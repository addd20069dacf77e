import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { Link } from "@/components/nhs/link";

type Props = {
  csrfToken: string;
  returnTo: string;
  /** The address that was typed before, when something was wrong. */
  typed: string;
  /** What was wrong; it is not said which of the two fields it was. */
  error?: string;
};

/** Address and password: the first step of signing in. A plain form to a route, so that too many tries get their status. */
export function PasswordForm({ csrfToken, returnTo, typed, error }: Props) {
  return (
    <form method="post" action="/api/auth/callback/password" noValidate>
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={returnTo} />
      <TextInput
        name="email"
        type="email"
        label="Email address"
        labelSize="s"
        autoComplete="username"
        spellCheck={false}
        defaultValue={typed}
        width={30}
        error={error}
      />
      <TextInput
        name="password"
        type="password"
        label="Password"
        labelSize="s"
        autoComplete="current-password"
        width={30}
      />
      <SubmitButton>Continue</SubmitButton>
      <p>
        <Link href="/sign-in/forgotten">I have forgotten my password</Link>
      </p>
      <p>There is no account to make here: your trust’s digital lead invites you.</p>
    </form>
  );
}
