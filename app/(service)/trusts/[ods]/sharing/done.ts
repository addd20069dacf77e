const words: Readonly<Record<string, string>> = {
  given: "Access is given",
  guest: "Access is given and the invitation is made. It stands on the people page",
  changed: "The access is changed",
  ended: "The access is ended, in pages that are open as well",
  chosen: "Your choice is kept",
};

/** What has just been done, for the page one comes back to; undefined where the address says nothing known. */
export function doneInWords(named: string | string[] | undefined): string | undefined {
  return typeof named === "string" && Object.hasOwn(words, named) ? words[named] : undefined;
}
