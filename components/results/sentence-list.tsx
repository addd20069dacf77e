/** Sentences one below the other. */
export function SentenceList({ sentences, empty }: { sentences: readonly string[]; empty?: string }) {
  if (sentences.length === 0) return <p>{empty}</p>;
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
