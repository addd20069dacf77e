import { Fragment } from "react";
import type { Typed } from "./last-sent";

/** What was typed into a form whose page cannot be shown any more, given back to be copied from. */
export function WhatYouTyped({ texts }: { texts: readonly Typed[] }) {
  if (texts.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-m">What you typed</h2>
      <dl>
        {texts.map(({ label, text }, at) => (
          <Fragment key={at}>
            <dt className="nhsuk-u-font-weight-bold">{label}</dt>
            <dd className="app-typed nhsuk-u-margin-bottom-4">{text}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}
