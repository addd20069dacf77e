// Colours and words of slides, those of the pages and the drawings.

export const BLUE = "003087";
export const QUIET = "4C6272";
export const RULE = "AEB7BD";
export const SHADE = "D8DDE0";
export const PALE = "FFEB9C";
export const PAPER = "FFFFFF";
export const SERIES = ["005EB8", "768692", "AE2573", "006747"];
export const words = { fontFace: "Arial", color: "212B32", lang: "en-GB" } as const;
