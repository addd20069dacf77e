import type { ReactNode } from "react";

/** Something a person must not miss. Its heading starts with "Important" for those who do not see the colour. */
export function WarningCallout({
  heading = "Important",
  children,
}: {
  heading?: string;
  children: ReactNode;
}) {
  return (
    <div className="app-card app-card--warning">
      <h3 className="app-card__heading nhsuk-heading-s">
        {!/important/i.test(heading) && <span className="nhsuk-u-visually-hidden">Important: </span>}
        {heading}
      </h3>
      {children}
    </div>
  );
}
