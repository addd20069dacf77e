/** Sent with everything, files included. The content security policy carries a nonce and comes from `proxy.ts`. */
export const headersForAll: readonly { key: string; value: string }[] = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // `no-referrer` would make browsers send `Origin: null` with plain forms, which the origin guard refuses.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
  // Browsers ignore this on plain http, so a demo on loopback is untouched.
  { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" },
];
