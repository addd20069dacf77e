"use client";

import { unstable_isUnrecognizedActionError as isOfAnotherBuild } from "next/navigation";
import { type RefObject, useEffect, useRef } from "react";
import { whatWasSent } from "@/components/forms/last-sent";
import { WhatYouTyped } from "@/components/forms/what-you-typed";
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

  const cause: unknown = error;
  if (isOfAnotherBuild(cause)) return <ServiceUpdated heading={heading} />;
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

/** A form was sent from a page that is older than the service is now. What was typed is given back. */
function ServiceUpdated({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  return (
    <PageFrame>
      <h1 className="nhsuk-heading-l" ref={heading} tabIndex={-1}>
        The service was updated while this page was open
      </h1>
      <p>What you sent was not saved. Everything you saw marked as saved is safe.</p>
      <p>
        <a className="nhsuk-link" href="" target="_blank" rel="noreferrer">
          Open the page again in a new tab
        </a>{" "}
        and send it from there.
      </p>
      <WhatYouTyped texts={whatWasSent() ?? []} />
    </PageFrame>
  );
}
