/** Control characters, and halves of characters: XML, of which Word and Excel files are made, does not allow them. */
const NOT_ALLOWED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Typed text without the characters that have no place in a document. */
export function allowedText(typed: string): string {
  return typed.replace(NOT_ALLOWED, "");
}
