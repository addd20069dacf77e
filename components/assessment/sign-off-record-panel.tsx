import { Card } from "@/components/nhs/card";
import { Details } from "@/components/nhs/details";
import { InsetText } from "@/components/nhs/inset-text";
import { SummaryList } from "@/components/nhs/summary-list";
import { findCapability } from "@/lib/framework/find";
import type { Framework } from "@/lib/framework/schema";
import { momentInWords } from "@/lib/report/dates";
import { type SignedBy, signedOffInWords } from "@/lib/report/status-words";
import { MovedBack } from "./moved-back";

type Props = {
  framework: Framework;
  record: SignedBy & {
    frameworkVersion: string;
    engineVersion: string;
    contentHash: string;
    warnings: readonly { message: string; capability: string | null }[];
    reopenings: readonly { at: Date; byName: string; reason: string }[];
    beingRevised: boolean;
  };
};

/** Who signed what, when and for whom, with the warnings that were left and the proof that nothing changed since. */
export function SignOffRecordPanel({ record, framework }: Props) {
  const { warnings, reopenings, beingRevised } = record;
  return (
    <Card heading="Record of the sign-off">
      {beingRevised && (
        <InsetText>
          <p>Being revised: others see what was signed until it is signed anew.</p>
        </InsetText>
      )}
      <p>{signedOffInWords(record)}.</p>
      <SummaryList
        rows={[
          { key: "Signed", value: momentInWords(record.at) },
          { key: "Framework version", value: record.frameworkVersion },
          { key: "Scoring engine", value: record.engineVersion },
          { key: "Content hash (SHA-256)", value: <span className="app-typed">{record.contentHash}</span> },
        ]}
      />
      {reopenings.length > 0 && (
        <h3 className="nhsuk-heading-s nhsuk-u-margin-bottom-2">Opened again ({reopenings.length})</h3>
      )}
      {reopenings.map((move) => (
        <MovedBack key={move.at.getTime()} did="opened the round again" move={move} />
      ))}
      {warnings.length > 0 && (
        <Details summary={`Warnings that were left (${warnings.length})`}>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {warnings.map(({ message, capability }, index) => {
              const found = capability ? findCapability(framework, capability) : undefined;
              return (
                <li key={`${index} ${capability}`}>
                  {found ? `${found.number} ${found.name}: ${message.toLowerCase()}` : message}
                </li>
              );
            })}
          </ul>
        </Details>
      )}
    </Card>
  );
}
