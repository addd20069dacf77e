/** What people typed into a form: the name it goes by on the page, and the text. */
export type Typed = { label: string; text: string };

let lastSent: readonly Typed[] | null = null;

/**
 * Keeps in memory, while the page is open, what was typed into the form that was sent last. A page that cannot be shown
 * any more takes its form along; the page in its place gives the text back. Nothing goes into the browser's storage.
 */
export function keepWhatIsSent(): () => void {
  const keep = (event: SubmitEvent) => {
    if (event.target instanceof HTMLFormElement) lastSent = typedInto(event.target);
  };
  document.addEventListener("submit", keep, true);
  return () => document.removeEventListener("submit", keep, true);
}

/** The texts of the form that was sent last; null while none was sent. */
export function whatWasSent(): readonly Typed[] | null {
  return lastSent;
}

function typedInto(form: HTMLFormElement): Typed[] {
  const boxes = form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
    'textarea, input[type="text"]:not([autocomplete="one-time-code"]), input[type="email"], input:not([type])',
  );
  return [...boxes].flatMap((box) => {
    const label = box.labels?.[0]?.textContent?.trim() ?? box.name;
    return box.value.trim() === "" ? [] : [{ label, text: box.value }];
  });
}
