import type { ReactNode } from "react";

/** A figure or name that opens the answer behind it; plain words for those who may not read answers. */
export function AnswerLink({ href, children }: { href: string | null; children: ReactNode }) {
  return href === null ? (
    <>{children}</>
  ) : (
    <a className="nhsuk-link" href={href}>
      {children}
    </a>
  );
}
