/**
 * Who is at the keyboard: nobody, or a person by name. `unknown` when it could not be found out (the database is
 * away): then the header says nothing rather than something untrue.
 */
export type Visitor =
  { kind: "signed-in"; name: string; administrator: boolean } | { kind: "signed-out" } | { kind: "unknown" };

/** The name of the service, and the few places one can go from anywhere. It shows who is signed in and decides nothing. */
export function SiteHeader({ serviceName, visitor }: { serviceName: string; visitor: Visitor }) {
  return (
    <header className="app-header">
      <div className="nhsuk-width-container app-header__container">
        <a className="app-header__service" href="/">
          <Mark />
          {serviceName}
        </a>
        {visitor.kind === "unknown" ? null : (
          <nav aria-label="Account">
            <ul className="app-header__list">
              {visitor.kind === "signed-in" ? (
                <>
                  <li>
                    <a href="/trusts">Your organisations</a>
                  </li>
                  {visitor.administrator && (
                    <li>
                      <a href="/admin">Administration</a>
                    </li>
                  )}
                  <li>
                    <a href="/account">
                      <span className="nhsuk-u-visually-hidden">Your account: </span>
                      {visitor.name}
                    </a>
                  </li>
                  <li>
                    <form method="post" action="/api/auth/sign-out">
                      <button type="submit">Sign out</button>
                    </form>
                  </li>
                </>
              ) : (
                <li>
                  <a href="/sign-in">Sign in</a>
                </li>
              )}
            </ul>
          </nav>
        )}
      </div>
    </header>
  );
}

/** Five rising steps: the ladder every capability is placed on. */
function Mark() {
  return (
    <svg viewBox="0 0 34 34" aria-hidden="true" focusable="false">
      <path d="M2 27h4v5H2zM8.5 22h4v10h-4zM15 16h4v16h-4zM21.5 9h4v23h-4zM28 2h4v30h-4z" />
    </svg>
  );
}
