"use client";

import { useEffect, useRef, useState } from "react";
import { answerPagePath } from "@/lib/http/addresses";
import { clockTime } from "@/lib/report/dates";
import type { LiveChange } from "@/lib/assessment/live-change";
import { followChanges } from "./follow-changes";

type Props = { place: { assessmentId: string; capabilityId: string; scope: string } };

/** How long one's own save may take to be noted in the form after it is told of, in milliseconds. */
const OWN_SAVE = 1500;

/**
 * Says when somebody saves this very answer while it is open here. Nothing typed is touched: whoever goes on and
 * saves is shown both and chooses, as ever.
 */
export function LiveAnswer({ place }: Props) {
  const { assessmentId, capabilityId, scope } = place;
  const [theirs, setTheirs] = useState<{ version: number; by?: string; at?: string } | null>(null);
  const shown = useRef(0);

  useEffect(() => {
    const timers = new Set<number>();
    const noticed = (answer: { version: number; by?: string; at?: string }) => {
      const timer = window.setTimeout(() => {
        timers.delete(timer);
        if (answer.version <= Math.max(versionHere(), shown.current)) return;
        shown.current = answer.version;
        setTheirs(answer);
      }, OWN_SAVE);
      timers.add(timer);
    };
    const key = `${capabilityId}/${scope}`;
    const stop = followChanges(assessmentId, {
      saved: (answer: LiveChange) => {
        if (`${answer.capabilityId}/${answer.scope}` === key) noticed(answer);
      },
      standing: (versions) => noticed({ version: versions[key] ?? 0 }),
    });
    return () => {
      stop();
      timers.forEach((timer) => window.clearTimeout(timer));
    };
  }, [assessmentId, capabilityId, scope]);

  return (
    <div role="status" data-live="answer">
      {theirs && (
        <div className="nhsuk-inset-text">
          <p>
            {theirs.by ?? "A colleague"} saved this answer
            {theirs.at && ` at ${clockTime(new Date(theirs.at))}`}. What you see and typed here is unchanged.{" "}
            <a href={answerPagePath(place)}>Show the answer as it is now</a>
          </p>
        </div>
      )}
    </div>
  );
}

/** The version the form, or the answer, on this page is at, or has told of: its own saves count it on, and one that it met. */
function versionHere(): number {
  const form = document.querySelector<HTMLElement>("#answer-form");
  const field = form?.querySelector<HTMLInputElement>('input[name="version"]');
  return Math.max(Number(field?.value ?? 0), Number(form?.dataset.seen ?? 0));
}
