const words: Readonly<Record<string, string>> = {
  invited: "The invitation is made",
  again: "The invitation is sent again. The earlier link opens nothing any more",
  withdrawn: "The invitation is taken back",
  changed: "The roles are changed",
  removed: "That person is in this organisation no more, and is signed out",
};

/** What has just been done, for the page one comes back to; undefined where the address says nothing known. */
export function doneInWords(named: string | string[] | undefined): string | undefined {
  return typeof named === "string" && Object.hasOwn(words, named) ? words[named] : undefined;
}
