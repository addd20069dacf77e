import type { ReactNode } from "react";

/**
 * More for those who want it, folded away. `expander` draws it as a box of its own, for a list of them.
 * Works without JavaScript; on paper everything is unfolded.
 */
export function Details({
  summary,
  expander = false,
  open = false,
  id,
  children,
}: {
  summary: ReactNode;
  expander?: boolean;
  open?: boolean;
  id?: string;
  children: ReactNode;
}) {
  return (
    <details className={`app-details${expander ? " app-details--expander" : ""}`} open={open} id={id}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
