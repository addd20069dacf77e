const formats = [
  { end: "docx", name: "Word" },
  { end: "pdf", name: "PDF" },
  { end: "xlsx", name: "Excel" },
  { end: "csv", name: "CSV" },
] as const;

/** The ways to take a gap report away; `search` says what of it was chosen. */
export function ReportDownloads({ path, search }: { path: string; search: string }) {
  return (
    <p>
      Print this page from your browser, or download it:{" "}
      {formats.map(({ end, name }, index) => (
        <span key={end}>
          {index > 0 && ", "}
          <a className="nhsuk-link" href={`${path}.${end}${search}`}>
            {name}
          </a>
        </span>
      ))}
      .
    </p>
  );
}
