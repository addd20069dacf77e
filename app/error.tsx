"use client";

import { useEffect, useRef } from "react";
import { buttonClass } from "@/components/nhs/button";
import { PageFrame } from "@/components/nhs/page-frame";

/** What stands in place of a page that could not be made. The cause is in the log, under the code shown. */
export default function PageError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `Sorry, there is a problem – ${document.title}`;
    heading.current?.focus();
  }, []);

  return (
    <PageFrame>
      <h1 className="nhsuk-heading-l" ref={heading} tabIndex={-1}>
        Sorry, there is a problem with the service
      </h1>
      <p>We could not show this page. Answers you saw marked as saved are safe.</p>
      <p>
        If you were typing something that was not saved yet, go back in your browser: it may still be there.
      </p>
      <button type="button" className={buttonClass("primary")} onClick={() => retry()}>
        Try again
      </button>
      <p>
        If it keeps happening, wait a few minutes, then see{" "}
        <a className="nhsuk-link" href="/help">
          help and contact
        </a>
        .{error.digest && ` When you ask for help, give this code: ${error.digest}.`}
      </p>
    </PageFrame>
  );
}
