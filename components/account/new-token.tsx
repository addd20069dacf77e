import { ButtonLink } from "@/components/nhs/button";
import { WarningCallout } from "@/components/nhs/warning-callout";
import { tokensPath } from "@/lib/http/addresses";

/** A token, the one time it can be read. */
export function NewToken({ token, name, until }: { token: string; name: string; until: string }) {
  return (
    <>
      <p role="status">
        The token “{name}” is made. It works until {until}.
      </p>
      <WarningCallout heading="Copy this token now">
        <p>
          It is shown this once and never again. Keep it where you keep passwords: whoever has it can do in
          your name what you chose.
        </p>
      </WarningCallout>
      <p>
        <code className="app-key">{token}</code>
      </p>
      <ButtonLink href={tokensPath}>I have kept it, continue</ButtonLink>
    </>
  );
}
