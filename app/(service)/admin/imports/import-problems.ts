const problems: Readonly<Record<string, string>> = {
  none: "Choose at least one file",
  many: "Choose two files at most",
  large: "The files are too large to be trust extracts: 5 MB is the most",
  slow: "The files took too long to arrive. Try again on a better connection",
  unread: "The files could not be read. Choose them again",
};

/** What went wrong with an upload, in words, by the name that its address carries; nothing where that is none of ours. */
export function importProblem(named: string | string[] | undefined): string | undefined {
  return typeof named === "string" && Object.hasOwn(problems, named) ? problems[named] : undefined;
}
