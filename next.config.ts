import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import { headersForAll } from "./lib/http/headers-for-all";

const root = dirname(fileURLToPath(import.meta.url));

const headersForFiles = [
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" },
];

const config: NextConfig = {
  poweredByHeader: false,
  // proxy.ts takes the last slash off, with all headers.
  skipTrailingSlashRedirect: true,
  // Types are checked once, by `npm test`; a first start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // Nothing is fetched, resized or cached on behalf of a request: pictures are small files of our own.
  images: { unoptimized: true },
  // A stray lockfile above the checkout must not change what is built.
  turbopack: { root },
  // Title and description arrive in the head for everyone, before the page, as they must without JavaScript.
  htmlLimitedBots: /.*/,
  // The development server writes no files into the checkout and asks no host for newer versions.
  agentRules: false,
  experimental: { agentUpgrade: false },
  // They load parts of theirs by name, or native code, which a bundle would not keep.
  serverExternalPackages: ["pg-boss", "pdfkit", "fontkit", "@resvg/resvg-js"],
  sassOptions: { loadPaths: [join(root, "node_modules")], quietDeps: true },
  headers: async () => [
    { source: "/:path*", headers: [...headersForAll] },
    { source: "/_next/static/:path*", headers: headersForFiles },
    { source: "/icons/:path*", headers: headersForFiles },
    // Saves, which proxy.ts lets past: with a key alone, since whoever has none goes through it.
    {
      source: "/api/assessments/:id([\\w-]+)/answers/:capability([\\w-]+)/:scope([\\w-]+)",
      has: [{ type: "header", key: "idempotency-key" }],
      headers: [...headersForFiles, { key: "Cache-Control", value: "private, no-store" }],
    },
  ],
};

export default config;
