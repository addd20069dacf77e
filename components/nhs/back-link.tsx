/** A link to the page before this one in a journey. Goes in `Page`'s `before`. */
export function BackLink({ href, children = "Back" }: { href: string; children?: string }) {
  return (
    <a className="nhsuk-back-link" href={href}>
      {children}
    </a>
  );
}
