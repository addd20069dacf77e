"use client";

import { useEffect } from "react";
import { SiteFooter } from "@/components/nhs/site-footer";
import { SiteHeader } from "@/components/nhs/site-header";
import PageError from "./error";
import "./globals.scss";
import { serviceName } from "@/lib/service-name";

/** The last resort, when the frame itself could not be made: a whole document of its own. */
export default function GlobalError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  useEffect(() => {
    document.title = "Sorry, there is a problem with the service";
  }, []);
  return (
    <html lang="en-GB">
      <body>
        <SiteHeader serviceName={serviceName} visitor={{ kind: "unknown" }} />
        <PageError error={error} retry={retry} />
        <SiteFooter />
      </body>
    </html>
  );
}
