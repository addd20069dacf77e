"use client";

import { useEffect, useRef } from "react";
import { useErrorTitle } from "./error-title";

export type ErrorItem = {
  text: string;
  /** The field to go to, `#name`. Left out where no one field is wrong. */
  href?: string;
};

/**
 * What went wrong, at the top of the page and in focus, each item a link to its field. Where the page is loaded whole
 * the browser focuses it (`autofocus`); where an answer arrives by script, the effect does, and marks the title.
 */
export function ErrorSummary({
  errors,
  title = "There is a problem",
  occasion,
}: {
  errors: readonly ErrorItem[];
  title?: string;
  /** A new value, such as a new form state, focuses the summary again although its words are the same. */
  occasion?: unknown;
}) {
  const summary = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;

  useErrorTitle(shown, occasion);
  useEffect(() => {
    if (shown) summary.current?.focus();
  }, [shown, occasion]);

  if (!shown) return null;
  return (
    <div className="nhsuk-error-summary" ref={summary} tabIndex={-1} autoFocus>
      <div role="alert">
        <h2 className="nhsuk-error-summary__title">{title}</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {errors.map(({ text, href }) => (
              <li key={`${href ?? ""} ${text}`}>{href ? <a href={href}>{text}</a> : text}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
