import type { ReactNode } from "react";

/** The one first-level heading of a page, with an optional caption above it saying where the page belongs. */
export function PageHeading({
  caption,
  size = "l",
  children,
}: {
  caption?: ReactNode;
  size?: "xl" | "l";
  children: ReactNode;
}) {
  return (
    <h1 className={`nhsuk-heading-${size}`}>
      {caption && <span className={`nhsuk-caption-${size}`}>{caption} </span>}
      {children}
    </h1>
  );
}
