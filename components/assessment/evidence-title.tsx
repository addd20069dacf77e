import type { EvidenceItem } from "@/lib/assessment/evidence";

/** The title of a piece of evidence as a link to where it is, or with its document reference. Links are http(s) only. */
export function EvidenceTitle({ item }: { item: Pick<EvidenceItem, "title" | "url" | "reference"> }) {
  const { title, url, reference } = item;
  return (
    <span className="app-typed">
      {url && /^https?:\/\//i.test(url) ? (
        <a className="nhsuk-link" href={url} rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      {reference && ` (${reference})`}
    </span>
  );
}
