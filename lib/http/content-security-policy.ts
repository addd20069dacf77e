/**
 * What a page may load and do (design 5, security decisions): its own files, and of scripts only those that carry
 * this response's nonce and what they load. Styles come from files; nothing is framed, nothing posts elsewhere.
 */
export function pagePolicy(nonce: string, { development }: { development: boolean }): string {
  const directives: Record<string, string> = {
    "default-src": "'self'",
    // The development server puts modules together with eval.
    "script-src": `'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // ... and sends styles as elements; what is built sends files.
    "style-src": development ? "'self' 'unsafe-inline'" : "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-src": "'none'",
    "frame-ancestors": "'none'",
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}

/** For everything that is no page: nothing in it may load or run anything, nor be framed. */
export const filePolicy = "default-src 'none'; frame-ancestors 'none'";

/** For what somebody sent: a browser that opens it takes it as of no origin at all (test catalogue, UP-6). */
export const sentFilePolicy = `${filePolicy}; sandbox`;

/** For the small pages that routes answer with (lib/http/plain-page): their one file of styles and their icon. */
export const plainPagePolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
