"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { buttonClass } from "@/components/nhs/button";
import type { WhatIfOutcome } from "@/lib/report/what-if-outcome";
import { whatIfSearch } from "@/lib/report/what-if-search";
import { WhatIfFigures } from "./what-if-figures";

type Props = {
  /** Where the form is sent, and where the same ticks can be found again. */
  path: string;
  /** Where what they come to is asked for while one ticks. */
  api: string;
  /** The ticks that `outcome` is about, as an address holds them. */
  asked: string;
  outcome: WhatIfOutcome;
  /** The choices to tick, as markup: they are never drawn again. */
  choices: string;
  children: ReactNode;
};

const AWAY =
  "This could not be worked out just now. Your ticks are still here: press the button below to try again.";
const SIGNED_OUT =
  "You have been signed out. Your ticks are still here: sign in again in another tab, then press the button below.";

/**
 * Ticks, and what they would come to. A plain form, by address; in a browser that runs this, the outcome follows each
 * tick and the address goes with it. Nothing is saved either way.
 */
export function WhatIfDesk({ path, api, asked, outcome: first, choices, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [outcome, setOutcome] = useState(first);
  const [trouble, setTrouble] = useState("");

  useEffect(() => {
    const box = form.current;
    if (!box) return;
    let shown = asked;
    let latest: AbortController | null = null;
    const follow = async () => {
      latest?.abort();
      const search = ticksOf(box);
      if (search === shown) return;
      const asking = new AbortController();
      latest = asking;
      try {
        const reply = await fetch(api + search, { signal: asking.signal });
        if (!reply.ok) return setTrouble(reply.status === 401 ? SIGNED_OUT : AWAY);
        setOutcome((await reply.json()) as WhatIfOutcome);
        setTrouble("");
        shown = search;
        history.replaceState(null, "", path + search);
      } catch {
        if (!asking.signal.aborted) setTrouble(AWAY);
      }
    };
    const changed = () => void follow();
    box.addEventListener("change", changed);
    // A browser that comes back to the page ticks again what was ticked when it left.
    changed();
    return () => {
      box.removeEventListener("change", changed);
      latest?.abort();
    };
  }, [path, api, asked]);

  return (
    <form ref={form} className="app-what-if" method="get" action={path}>
      <div className="app-what-if__outcome" role="region" aria-label="What it would come to" tabIndex={0}>
        <p className="app-what-if__summary" role="status">
          {trouble || outcome.summary}
        </p>
        <WhatIfFigures outcome={outcome} />
        {outcome.ticks > 0 && (
          <p className="print:hidden">
            <a className="nhsuk-link" href={path}>
              Take all ticks back
            </a>
          </p>
        )}
      </div>
      <div>
        {children}
        <div dangerouslySetInnerHTML={{ __html: choices }} />
        <button type="submit" className={buttonClass("secondary")}>
          See what it would come to
        </button>
      </div>
    </form>
  );
}

function ticksOf(form: HTMLFormElement): string {
  const ticked = new FormData(form);
  return whatIfSearch({ met: ticked.getAll("met").map(String), lost: ticked.getAll("lost").map(String) });
}
