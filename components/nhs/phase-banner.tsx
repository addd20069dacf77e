import type { ReactNode } from "react";
import { Tag } from "./tag";

/** A strip under the header saying what kind of service this is, for example a demo. */
export function PhaseBanner({ phase, children }: { phase: string; children: ReactNode }) {
  return (
    <aside className="app-strip" aria-label={phase}>
      <div className="nhsuk-width-container">
        <p>
          <Tag colour="blue">{phase}</Tag>
          <span>{children}</span>
        </p>
      </div>
    </aside>
  );
}
