/**
 * The token in a session cookie, or null where it cannot be one. The cookie carries the token itself and no sealed
 * document: 256 random bits that mean something only to the session's own row, which is asked on every request.
 */
export function sessionTokenIn(cookie: string | undefined): string | null {
  return cookie !== undefined && /^[A-Za-z0-9_-]{43}$/.test(cookie) ? cookie : null;
}
