"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";
import { type Typed, whatWasSent } from "./last-sent";
import { WhatYouTyped } from "./what-you-typed";

const NOTHING_SAVED = "Nothing was saved";

/**
 * Stands on the page for what is not there. Where a form led here, the person did not ask for a page: so it is said
 * that nothing was saved, and what was typed is given back. `typed` is what the form of this very request sent, as it
 * comes without JavaScript; with it, what was sent last is known here.
 */
export function UnlessSent({ typed, children }: { typed: readonly Typed[] | null; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const texts = typed ?? whatWasSent();

  useLayoutEffect(() => {
    if (!heading.current) return;
    heading.current.focus();
    return keepSaying(NOTHING_SAVED);
  }, []);

  if (!texts) return children;
  return (
    <>
      <h1 className="nhsuk-heading-l" ref={heading} tabIndex={-1}>
        {NOTHING_SAVED}
      </h1>
      <p>
        What you sent this for is not here any more, or somebody changed it meanwhile, or you do not have
        access to it. Everything you saw marked as saved is safe.
      </p>
      <p>
        <a className="nhsuk-link" href="" target="_blank" rel="noreferrer">
          Open the page again in a new tab
        </a>{" "}
        to see where it stands. If it does not open, ask the digital lead of the trust, who decides who can
        see what.
      </p>
      <WhatYouTyped texts={texts} />
    </>
  );
}

/** Puts words first in the title, and again when the page that could not be shown sends its own title late. */
function keepSaying(words: string): () => void {
  const say = () => {
    if (!document.title.startsWith(words)) document.title = `${words} – ${document.title}`;
  };
  say();
  const watching = new MutationObserver(say);
  watching.observe(document.head, { childList: true, subtree: true, characterData: true });
  return () => watching.disconnect();
}
