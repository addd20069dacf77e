import { WarningCallout } from "@/components/nhs/warning-callout";

type Props = {
  values: Readonly<Record<string, string>>;
  /** What is told of theirs: the name of the box behind "theirs-", and its label. */
  told: readonly { name: string; label: string }[];
};

/** What a colleague saved while a form was open, beside what was typed in it. */
export function TheirVersion({ values, told }: Props) {
  const rows = told.flatMap(({ name, label }) => {
    const text = values[`theirs-${name}`];
    return text === undefined ? [] : [{ name, label, text }];
  });
  if (rows.length === 0) return null;
  return (
    <WarningCallout heading="What your colleague saved">
      <dl className="app-before-after">
        {rows.map(({ name, label, text }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd className="app-typed">{text || "Nothing"}</dd>
          </div>
        ))}
      </dl>
      <p>What you entered is in the form below.</p>
    </WarningCallout>
  );
}
