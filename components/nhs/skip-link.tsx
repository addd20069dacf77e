/** The first thing a keyboard reaches on every page: past the header, to the content. */
export function SkipLink() {
  return (
    <a className="nhsuk-skip-link" href="#maincontent">
      Skip to main content
    </a>
  );
}
