import { boardPackPath } from "@/lib/http/addresses";
import type { Audience } from "@/lib/report/unnamed";

const formats = [
  { end: "docx", name: "Word" },
  { end: "pptx", name: "PowerPoint" },
  { end: "pdf", name: "PDF" },
] as const;

/** The ways to take one edition of a board pack away. */
export function PackDownloads({ odsCode, edition }: { odsCode: string; edition: Audience }) {
  const path = boardPackPath(odsCode, edition);
  return (
    <p>
      Download it:{" "}
      {formats.map(({ end, name }, index) => (
        <span key={end}>
          {index > 0 && ", "}
          <a className="nhsuk-link" href={`${path}/${end}`}>
            {name}
            <span className="nhsuk-u-visually-hidden"> of the {edition} pack</span>
          </a>
        </span>
      ))}
      .
    </p>
  );
}
