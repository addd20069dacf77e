import { isAppOrigin } from "@/lib/env";

/**
 * True for a request that a page of this service made. A state-changing request needs an `Origin` equal to the
 * configured one; where a browser sends `Sec-Fetch-Site` it must say the same (design: security decisions).
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  return isAppOrigin(headers.get("origin"));
}

/**
 * True for a request that another site made. For sign-in forms alone, which scripts send as well: a script may send no
 * `Origin`, and the token in the form with its cookie shows that it got the form from us.
 */
export function cameFromElsewhere(headers: Headers): boolean {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  return (origin !== null && !isAppOrigin(origin)) || (site !== null && site !== "same-origin");
}
