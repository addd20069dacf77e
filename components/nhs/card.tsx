import type { ReactNode } from "react";

type CardProps = {
  heading?: ReactNode;
  headingLevel?: 2 | 3 | 4;
  headingSize?: "m" | "s";
  /** Makes the heading a link and the whole card its target. */
  href?: string;
  children?: ReactNode;
};

/** A white box for one thing: a care setting, a trust, a choice of where to go. */
export function Card({ heading, headingLevel = 2, headingSize = "m", href, children }: CardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className={`app-card${href ? " app-card--link" : ""}`}>
      {heading && (
        <Heading className={`app-card__heading nhsuk-heading-${headingSize}`}>
          {href ? <a href={href}>{heading}</a> : heading}
        </Heading>
      )}
      {children}
    </div>
  );
}

/** Cards side by side, as many in a row as fit; each child is a `CardItem`. */
export function CardGroup({ children }: { children: ReactNode }) {
  return <ul className="app-cards">{children}</ul>;
}

/** One card in a `CardGroup`. */
export function CardItem(props: CardProps) {
  return (
    <li>
      <Card {...props} />
    </li>
  );
}
