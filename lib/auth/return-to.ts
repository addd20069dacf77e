/** Where a person goes who signed in without having asked for a page. */
export const HOME = "/trusts";

/** The header in which `proxy.ts` hands a page the address it was asked for. */
export const PATH_HEADER = "x-path";

const HERE = "https://here.invalid";

/**
 * Where to go after signing in: the page asked for when it is one of ours, else the home page. Only a path is taken,
 * read as a browser reads it, so that no spelling of another origin (`//evil`, `/\evil`, a scheme, a tab) gets by.
 */
export function safeReturnTo(wanted: string | null | undefined): string {
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, HERE)) return HOME;
  const { origin, pathname, search } = new URL(wanted, HERE);
  const isPage = origin === HERE && !pathname.startsWith("//") && !/^\/(api|sign-in)(\/|$)/.test(pathname);
  return isPage ? pathname + search : HOME;
}

/** The sign-in page, to come back from to `path`. */
export function signInPath(path: string | null): string {
  const returnTo = safeReturnTo(path);
  return returnTo === HOME ? "/sign-in" : `/sign-in?returnTo=${encodeURIComponent(returnTo)}`;
}

/** The page that needs no database, to try `path` again from. */
export function unavailablePath(path: string | null): string {
  return `/unavailable?returnTo=${encodeURIComponent(safeReturnTo(path))}`;
}
