import { TextInput } from "./text-input";

/**
 * The field in which somebody chooses a password, for any form that makes one. It is called `password`, which a form
 * state never carries back. One field and not two: who mistypes can have their browser show it, or set a new one.
 */
export function NewPassword({ label = "Choose a password", error }: { label?: string; error?: string }) {
  return (
    <TextInput
      name="password"
      type="password"
      label={label}
      labelSize="s"
      hint="8 characters or more; 15 or more is better. Three words that do not belong together are easy to remember and hard to guess. You can use spaces, and you can paste it."
      autoComplete="new-password"
      width={30}
      error={error}
    />
  );
}
