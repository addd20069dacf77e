import type { ChangelogPart } from "@/lib/exchange/framework-changelog";

/** The change log of a version, as its editors wrote it. */
export function Changelog({ parts }: { parts: readonly ChangelogPart[] }) {
  return parts.map((part, index) => {
    if (part.kind === "heading") {
      return (
        <h3 key={index} className="nhsuk-heading-s">
          {part.text}
        </h3>
      );
    }
    if (part.kind === "paragraph") return <p key={index}>{part.text}</p>;
    return (
      <ul key={index} className="nhsuk-list nhsuk-list--bullet">
        {part.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  });
}
