/**
 * True for the two names by which a demonstration is reached. Under any other, a page of the internet could have
 * pointed its own name at this machine (design 7, demo).
 */
export function isDemoHost(host: string | null): boolean {
  return host !== null && /^(localhost|127\.0\.0\.1)(:\d{1,5})?$/i.test(host);
}
