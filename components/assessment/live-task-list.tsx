"use client";

import { useEffect, useRef, useState } from "react";
import { answerColours } from "@/components/nhs/status-tag";
import { statusName } from "@/lib/assessment/status";
import type { LiveChange } from "@/lib/assessment/live-change";
import { followChanges } from "./follow-changes";

/**
 * Keeps the task list as colleagues save: the status of a row changes where it stands, and a line says who saved
 * what. Looking on is no use of the session, so nothing is asked of the server for it. Without script, or with a
 * broken stream, the list is as it was when the page was opened.
 */
export function LiveTaskList({ assessmentId }: { assessmentId: string }) {
  const [news, setNews] = useState("");
  const [stale, setStale] = useState(false);
  const versions = useRef(new Map<string, number>());

  useEffect(() => {
    const saved = (answer: LiveChange) => {
      const id = `${answer.capabilityId}-${answer.scope}`;
      if ((versions.current.get(id) ?? 0) >= answer.version) return;
      versions.current.set(id, answer.version);
      const row = document.getElementById(id);
      if (!row) {
        setStale(true);
        return;
      }
      showIn(row, answer);
      const title = row.querySelector(".nhsuk-task-list__link")?.textContent ?? "";
      setNews(`${answer.by} saved ${title.trim()}`);
    };
    const standing = (now: Readonly<Record<string, number>>) => {
      const known = versions.current;
      const entries = Object.entries(now).map(([key, version]) => [key.replace("/", "-"), version] as const);
      if (known.size > 0 && entries.some(([id, version]) => (known.get(id) ?? 0) < version)) setStale(true);
      else for (const [id, version] of entries) known.set(id, version);
    };
    return followChanges(assessmentId, { saved, standing });
  }, [assessmentId]);

  return (
    <p className="nhsuk-body-s" role="status" data-live="tasks">
      {news && `${news}. `}
      {stale && (
        <>
          Colleagues have saved more since you opened this page. <a href="">Show the list as it is now</a>
        </>
      )}
    </p>
  );
}

/** The row's own words, kept as the server wrote them but for what changed. */
function showIn(row: HTMLElement, { status, level: { low, high } }: LiveChange): void {
  const tag = row.querySelector(".nhsuk-task-list__status .nhsuk-tag");
  if (tag) {
    tag.textContent = statusName(status);
    tag.className = `nhsuk-tag nhsuk-tag--${answerColours[status]}`;
  }
  const place = row.querySelector("[data-level]");
  if (!place || status === "not_applicable") return;
  const level = low === high ? `Level ${low}` : `Level ${low} to ${high}`;
  place.textContent = `${place.getAttribute("data-level")}${level}`;
}
