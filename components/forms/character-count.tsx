"use client";

import { useEffect, useState } from "react";

const grouped = new Intl.NumberFormat("en-GB");

/** How long to wait for a pause in typing before saying the count aloud, in milliseconds. */
const pause = 1000;

/** "3,988 characters left" or "12 characters too many". Counts as a text area does once sent: by UTF-16 units. */
function remaining(length: number, limit: number): string {
  const left = limit - length;
  const characters = Math.abs(left) === 1 ? "character" : "characters";
  return `${grouped.format(Math.abs(left))} ${characters} ${left < 0 ? "too many" : "left"}`;
}

/**
 * Gives a text area what was typed in it before the page's scripts had come (`typed`, see app/layout.tsx): as it takes
 * the page over, React puts back the text that the box came with.
 */
function giveBack(field: HTMLTextAreaElement & { typed?: string }): void {
  if (field.typed === undefined || field.typed === field.value || field.value !== field.defaultValue) return;
  field.value = field.typed;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/**
 * The limit of a text area in words; with JavaScript, what is left of it, shown at once and read out after a pause.
 */
export function CharacterCount({ fieldId, limit }: { fieldId: string; limit: number }) {
  const [length, setLength] = useState<number | null>(null);
  const [spoken, setSpoken] = useState("");

  useEffect(() => {
    const field = document.getElementById(fieldId);
    if (!(field instanceof HTMLTextAreaElement)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () => {
      setLength(field.value.length);
      clearTimeout(timer);
      timer = setTimeout(() => setSpoken(remaining(field.value.length, limit)), pause);
    };
    field.addEventListener("input", count);
    giveBack(field);
    return () => {
      clearTimeout(timer);
      field.removeEventListener("input", count);
    };
  }, [fieldId, limit]);

  const over = length !== null && length > limit;
  return (
    <>
      <div className={`nhsuk-hint app-count${over ? " app-count--over" : ""}`} id={`${fieldId}-limit`}>
        {length === null
          ? `You can enter up to ${grouped.format(limit)} characters`
          : remaining(length, limit)}
      </div>
      <div className="nhsuk-u-visually-hidden" aria-live="polite">
        {spoken}
      </div>
    </>
  );
}
