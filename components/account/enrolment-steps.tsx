import { QrCode } from "./qr-code";
import { Details } from "@/components/nhs/details";

/** How to put the secret into an authenticator app: by picture, or by typing the key. */
export function EnrolmentSteps({ uri, secretKey }: { uri: string; secretKey: string }) {
  return (
    <>
      <ol className="nhsuk-list nhsuk-list--number">
        <li>
          Open an authenticator app on your phone or computer. If you have none, your IT team can tell you
          which one your organisation uses. Microsoft Authenticator and Google Authenticator both work.
        </li>
        <li>Add an account in it and scan this picture, or type the key below.</li>
        <li>Enter the code that the app then shows.</li>
      </ol>
      <QrCode text={uri} label="The key as a picture to scan. It stands below as text as well." />
      <Details summary="I cannot scan the picture">
        <p>Choose “enter a key” in the app, with these details:</p>
        <p>
          Key: <code className="app-key">{secretKey}</code>
          <br />
          Kind: time based, 6 figures, every 30 seconds
        </p>
      </Details>
    </>
  );
}
