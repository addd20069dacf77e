/**
 * The same warning without JavaScript: it comes by style alone, 27 minutes after the page did, and its form opens in a
 * new tab, so that nothing typed here is lost. Only the clock of this page is known to it.
 */
export function SessionWarningPlain() {
  return (
    <noscript>
      <div className="app-session-plain" role="status">
        <form method="post" action="/api/session" target="_blank">
          <p>
            <b>You will be signed out in about 2 minutes</b>, unless you use another page of this service.
          </p>
          <button className="nhsuk-button nhsuk-button--small" type="submit">
            Stay signed in (opens a new tab)
          </button>
        </form>
      </div>
    </noscript>
  );
}
