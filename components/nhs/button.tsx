import type { ComponentProps } from "react";

export type ButtonVariant = "primary" | "secondary" | "warning";

/** The classes of a button; a page has one primary button at most. */
export function buttonClass(variant: ButtonVariant, small = false): string {
  return `nhsuk-button${variant === "primary" ? "" : ` nhsuk-button--${variant}`}${small ? " nhsuk-button--small" : ""}`;
}

/** A link that starts something and so looks like a button. What changes data is a `SubmitButton` in a form. */
export function ButtonLink({
  variant = "primary",
  small,
  ...rest
}: ComponentProps<"a"> & { href: string; variant?: ButtonVariant; small?: boolean }) {
  return <a className={buttonClass(variant, small)} draggable={false} {...rest} />;
}
