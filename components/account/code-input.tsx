import { TextInput } from "@/components/forms/text-input";

/** The field for a code of an authenticator app; browsers and password managers fill it in by themselves. */
export function CodeInput({ label, hint, error }: { label: string; hint?: string; error?: string }) {
  return (
    <TextInput
      name="code"
      label={label}
      labelSize="s"
      hint={hint}
      autoComplete="one-time-code"
      spellCheck={false}
      width={20}
      error={error}
    />
  );
}
