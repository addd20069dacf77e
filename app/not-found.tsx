import type { Metadata } from "next";
import { UnlessSent } from "@/components/forms/unless-sent";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { serviceName } from "@/lib/service-name";
import { typedIn } from "@/lib/http/form-fields";
import { requestForm } from "@/lib/http/request-form";
import { headLinks } from "./head-links";

export const metadata: Metadata = {
  title: "Page not found",
  // Where no script can draw what is below, the second says it in place of the first.
  icons: headLinks("/fault.css", "/not-found.css"),
};

/** Also what a person sees who may not see a page: which of the two it is would tell too much. */
export default async function NotFound() {
  const sent = await requestForm();
  return (
    <Page>
      {/* To a form that a browser sends without JavaScript Next gives no title of its own. */}
      {sent && <title>{`Nothing was saved – ${serviceName}`}</title>}
      <UnlessSent typed={sent && typedIn(sent.fields)}>
        <PageHeading>Page not found</PageHeading>
        <p>If you typed the web address, check it is correct.</p>
        <p>If you pasted the web address, check you copied all of it.</p>
        <p>
          If the address is correct, the page may have moved, or it may belong to a trust or a part of the
          service you do not have access to. Who can see what in a trust is decided by its digital lead. If
          that is you, or if you look after the service, see <Link href="/help">help and contact</Link>.
        </p>
        <p>
          You can go to <Link href="/trusts">your organisations</Link> or to the{" "}
          <Link href="/">start page</Link>.
        </p>
      </UnlessSent>
    </Page>
  );
}
