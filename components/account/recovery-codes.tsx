import { WarningCallout } from "@/components/nhs/warning-callout";

/** Recovery codes, the one time they can be read. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <WarningCallout heading="Keep these recovery codes">
        <p>
          If you lose your phone, a recovery code lets you in, once each. They are shown now and never again:
          print them, or keep them in a password manager. Not on the phone alone.
        </p>
      </WarningCallout>
      <ol className="nhsuk-list nhsuk-list--number app-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
    </>
  );
}
