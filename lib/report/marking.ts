/** What can be printed at the head of every page, and the words for it. */
export const markings = {
  confidential: "Confidential",
  official_sensitive: "Official-Sensitive",
  commercial: "Commercial in confidence",
  private_session: "For the private session of the board",
  none: "No marking",
} as const;

export type Marking = keyof typeof markings;

export function isMarking(text: string | undefined): text is Marking {
  return text !== undefined && Object.hasOwn(markings, text);
}

/**
 * What is printed at the head of every page: whether it is a draft, and with whom it may be left. Empty where there is
 * nothing to say; what names sensitive capabilities is always marked (design 1, sensitive capabilities).
 */
export function markingInWords(
  marking: Marking,
  { signedOff, sensitive }: { signedOff: boolean; sensitive: boolean },
): string {
  const chosen = marking === "none" && !sensitive ? [] : [marking === "none" ? "confidential" : marking];
  const words = chosen.map((name) =>
    sensitive ? `${markings[name]}: names sensitive capabilities` : markings[name],
  );
  return [...(signedOff ? [] : ["Draft, not signed off"]), ...words].join(". ");
}
