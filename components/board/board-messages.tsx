import { dateInWords } from "@/lib/report/dates";
import type { KeyMessage, MessageWording } from "@/lib/report/key-messages";
import { Details } from "@/components/nhs/details";

type Props = {
  messages: readonly KeyMessage[];
  wording: MessageWording | null;
  /** Where they are worded anew; null for who may not. */
  href: string | null;
  /** Whose messages these are, for the link that is heard alone. */
  about: string;
};

/**
 * At most five messages, the answer first; where somebody worded one anew, what was drawn stays readable on the screen.
 * A paper says each thing once.
 */
export function BoardMessages({ messages, wording, href, about }: Props) {
  const reworded = messages.filter(({ drawn, text }) => drawn !== text);
  return (
    <>
      <ol className="nhsuk-list nhsuk-list--number">
        {messages.map(({ rule, text }) => (
          <li key={rule}>{text}</li>
        ))}
      </ol>
      {wording && reworded.length > 0 && (
        <div className="print:hidden">
          <Details
            summary={`${reworded.length} ${reworded.length === 1 ? "message" : "messages"} worded by the ${wording.byRole.toLowerCase()} on ${dateInWords(wording.editedAt)}: see what was drawn from the result`}
          >
            <ul className="nhsuk-list nhsuk-list--bullet">
              {reworded.map(({ rule, drawn }) => (
                <li key={rule}>{drawn}</li>
              ))}
            </ul>
          </Details>
        </div>
      )}
      {href && (
        <p className="print:hidden">
          <a className="nhsuk-link" href={href}>
            Word these messages<span className="nhsuk-u-visually-hidden"> for {about}</span>
          </a>
        </p>
      )}
    </>
  );
}
