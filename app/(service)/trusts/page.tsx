import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CardGroup, CardItem } from "@/components/nhs/card";
import { EmptyState } from "@/components/nhs/empty-state";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { roleNames } from "@/lib/access/role";
import { requireUser } from "@/lib/auth/current-user";
import { type OrganisationKind, organisationsOf } from "@/lib/data/organisations";
import { adminPath, trustPath } from "@/lib/http/addresses";
import { placesElsewhere } from "./places-elsewhere";

export const metadata: Metadata = { title: "Your organisations" };

/** The kinds of organisation that have rounds of their own. */
const assessedKinds: ReadonlySet<OrganisationKind> = new Set(["trust", "gp_practice"]);

/** The organisations a person belongs to; who belongs to one alone goes straight there. */
export default async function TrustsPage() {
  const user = await requireUser();
  const trusts = (await organisationsOf(user)).filter(({ kind }) => assessedKinds.has(kind));
  const elsewhere = await placesElsewhere(user);
  const [only, ...others] = [
    ...trusts.map(({ odsCode }) => trustPath(odsCode)),
    ...elsewhere.map(({ href }) => href),
  ];
  if (only && others.length === 0) redirect(only);
  if (!only && user.administrator) redirect(adminPath());

  return (
    <Page>
      <PageHeading>Your organisations</PageHeading>
      {only === undefined ? (
        <EmptyState heading="You have not been let in anywhere yet">
          <p>Ask the digital lead of your trust or practice to invite you.</p>
        </EmptyState>
      ) : (
        <CardGroup>
          {trusts.map(({ odsCode, name, roles }) => (
            <CardItem key={odsCode} heading={name} href={trustPath(odsCode)}>
              <p>{roles.map((role) => roleNames[role]).join(", ")}</p>
            </CardItem>
          ))}
          {elsewhere.map(({ href, heading, text }) => (
            <CardItem key={href} heading={heading} href={href}>
              <p>{text}</p>
            </CardItem>
          ))}
        </CardGroup>
      )}
    </Page>
  );
}
