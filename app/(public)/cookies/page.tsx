import type { Metadata } from "next";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";

export const metadata: Metadata = { title: "Cookies" };

const cookies = [
  {
    name: "maturity-session",
    purpose: "Keeps you signed in. It holds a random number and nothing about you.",
    kept: "Until you sign out, and 12 hours at most",
  },
  {
    name: "maturity-csrf",
    purpose: "Makes sure that the sign-in form you send is one that we gave you.",
    kept: "Until you close your browser",
  },
  {
    name: "maturity-state, maturity-nonce, maturity-pkce, maturity-errand",
    purpose:
      "Set only while you sign in with your organisation or NHS CIS2: what comes back from there is checked against them.",
    kept: "Until you are back, and 15 minutes at most",
  },
];

export default function CookiesPage() {
  return (
    <Page>
      <PageHeading>Cookies</PageHeading>
      <p>Cookies are small files that a site keeps in your browser.</p>
      <p>
        We use only the cookies that the service cannot work without, so there is nothing to accept or refuse.
        We use none to follow what you do, and no other company puts any here.
      </p>
      <Table
        caption="Cookies we use"
        captionSize="m"
        columns={[{ header: "Name" }, { header: "What it is for" }, { header: "How long it is kept" }]}
        rows={cookies.map(({ name, purpose, kept }) => ({ id: name, cells: [name, purpose, kept] }))}
      />
      <p>
        On a secure address each name begins with <b>__Host-</b>, which tells your browser to send it to this
        service alone.
      </p>
      <h2 className="nhsuk-heading-m">What else is kept in your browser</h2>
      <p>
        Nothing. Answers you are typing are held by the page while it is open, and are not stored on your
        device.
      </p>
      <h2 className="nhsuk-heading-m">If you switch cookies off</h2>
      <p>You can read the public pages, but you cannot sign in.</p>
    </Page>
  );
}
