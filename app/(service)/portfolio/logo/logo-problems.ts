const problems: Readonly<Record<string, string>> = {
  none: "Choose a picture",
  many: "Choose one picture",
  large: "The picture must be smaller than 300 kB",
  slow: "The picture took too long to arrive. Try again on a better connection",
  unread: "The picture could not be read. Save it again as PNG or JPEG, and choose it",
  type: "The picture must be a PNG or JPEG. Others, such as SVG, are not taken",
  dots: "The picture must be at most 3,000 dots wide and high",
  stale: "Somebody changed the logo since you opened this page. Look at it, then choose yours again",
};

/** What went wrong with a picture, in words, by the name that its address carries; nothing where that is none of ours. */
export function logoProblem(named: string | string[] | undefined): string | undefined {
  return typeof named === "string" && Object.hasOwn(problems, named) ? problems[named] : undefined;
}
