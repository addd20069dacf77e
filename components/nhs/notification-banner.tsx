import type { ReactNode } from "react";

/**
 * News about what just happened or what the person should know first. `id` is needed only where a page shows two.
 * A success is announced at once (`alert`), so it must be there when the page loads, not added later.
 */
export function NotificationBanner({
  kind = "information",
  title,
  id = "notification",
  children,
}: {
  kind?: "information" | "success";
  title?: string;
  id?: string;
  children: ReactNode;
}) {
  const success = kind === "success";
  return (
    <div
      className={`nhsuk-notification-banner${success ? " nhsuk-notification-banner--success" : ""}`}
      role={success ? "alert" : "region"}
      aria-labelledby={`${id}-title`}
    >
      <div className="nhsuk-notification-banner__header">
        <h2 className="nhsuk-notification-banner__title" id={`${id}-title`}>
          {title ?? (success ? "Success" : "Important")}
        </h2>
      </div>
      <div className="nhsuk-notification-banner__content">{children}</div>
    </div>
  );
}

/** The main sentence of a notification banner. */
export function NotificationHeading({ children }: { children: ReactNode }) {
  return <p className="nhsuk-notification-banner__heading">{children}</p>;
}
