"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { buttonClass, type ButtonVariant } from "@/components/nhs/button";

/**
 * The button that sends its form. While a server action runs it takes no second press; it is never `disabled`, which
 * would drop focus and leave people who cannot see it grey wondering.
 */
export function SubmitButton({
  variant = "primary",
  small,
  name,
  value,
  formAction,
  children,
}: {
  variant?: ButtonVariant;
  small?: boolean;
  name?: string;
  value?: string;
  /** An address of its own to send the form to, where a form has several. */
  formAction?: string;
  children: ReactNode;
}) {
  const { pending } = useFormStatus();
  return (
    <button
      className={buttonClass(variant, small)}
      type="submit"
      name={name}
      value={value}
      formAction={formAction}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {children}
    </button>
  );
}
