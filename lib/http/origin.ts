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
