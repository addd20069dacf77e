/** Links side by side, the one that is shown underlined: from one view of the same thing to another. */
export function LinkRow({
  label,
  links,
}: {
  label: string;
  links: { href: string; text: string; current: boolean }[];
}) {
  return (
    <nav aria-label={label} className="mb-4 border-0 border-b border-solid border-border">
      <ul className="m-0 flex list-none flex-wrap gap-x-6 p-0">
        {links.map(({ href, text, current }) => (
          <li key={href} className="m-0">
            <a
              href={href}
              aria-current={current ? "page" : undefined}
              className={`nhsuk-link inline-block border-0 border-b-4 border-solid py-2 ${current ? "border-blue no-underline" : "border-transparent"}`}
            >
              {current ? <strong>{text}</strong> : text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
