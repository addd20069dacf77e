import { Link } from "./link";

export type LinkGroup = { heading: string; links: readonly { href: string; text: string }[] };

/** Links to other pages, side by side by what they are for; one below the other on a narrow screen. */
export function LinkGroups({ groups }: { groups: readonly LinkGroup[] }) {
  return (
    <div className="tablet:grid-cols-2 desktop:grid-cols-3 grid gap-x-6">
      {groups.map(({ heading, links }) => (
        <section key={heading} aria-label={heading} className="nhsuk-u-margin-bottom-4">
          <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-2">{heading}</h2>
          <ul className="nhsuk-list">
            {links.map(({ href, text }) => (
              <li key={href}>
                <Link href={href}>{text}</Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
