/** A text with what a search found in it marked. */
export function FoundText({ pieces }: { pieces: readonly { text: string; found: boolean }[] }) {
  return pieces.map(({ text, found }, index) => (found ? <mark key={index}>{text}</mark> : text));
}
