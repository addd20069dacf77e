import type { ReactNode } from "react";

/** What stands where there is nothing yet: why it is empty, and what to do about it. */
export function EmptyState({
  heading,
  headingLevel = 2,
  children,
}: {
  heading: string;
  headingLevel?: 2 | 3;
  children?: ReactNode;
}) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="app-empty">
      <Heading className="nhsuk-heading-s">{heading}</Heading>
      {children}
    </div>
  );
}
