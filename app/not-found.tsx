import type { Metadata } from "next";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";

export const metadata: Metadata = { title: "Page not found" };

/** Also what a person sees who may not see a page: which of the two it is would tell too much. */
export default function NotFound() {
  return (
    <Page>
      <PageHeading>Page not found</PageHeading>
      <p>If you typed the web address, check it is correct.</p>
      <p>If you pasted the web address, check you copied all of it.</p>
      <p>
        If the address is correct, the page may have moved, or it may belong to a trust or a part of the
        service you do not have access to. Ask your trust’s digital lead, who decides who can see what.
      </p>
      <p>
        You can go to <Link href="/trusts">your trusts</Link>, to the <Link href="/">start page</Link> or to{" "}
        <Link href="/help">help and contact</Link>.
      </p>
    </Page>
  );
}
