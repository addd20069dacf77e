import type { Metadata } from "next";
import { IssuerForm } from "@/components/account/issuer-form";
import { ConfirmForm } from "@/components/account/confirm-form";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { namesItself } from "@/lib/access/issuer";
import { formToken } from "@/lib/auth/form-token";
import { requireUser } from "@/lib/auth/current-user";
import { safeReturnTo } from "@/lib/auth/return-to";
import { accountStanding } from "@/lib/data/account-standing";
import { ownIdentities } from "@/lib/data/identities";
import { isDemo, knownIssuers } from "@/lib/env";
import { orUnavailable } from "@/lib/http/database-away";
import { confirmAction } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Confirm it is you" };

/** Asks who has been signed in for a while to prove themself once more. */
export default async function ConfirmPage({ searchParams }: Props) {
  const { returnTo: wanted } = await searchParams;
  const user = await requireUser();
  const returnTo = safeReturnTo(typeof wanted === "string" ? wanted : null);
  const { passwordSince, secondFactorSince } = await orUnavailable(accountStanding(user, new Date()));
  const connected = await orUnavailable(ownIdentities(user));
  const csrfToken = await formToken();
  return (
    <Page>
      <PageHeading>Confirm it is you</PageHeading>
      <p>
        You have been signed in for a while, and what comes next is only for you. We will not ask again for 10
        minutes.
      </p>
      {(passwordSince || secondFactorSince) && <ConfirmForm action={confirmAction} returnTo={returnTo} />}
      {knownIssuers()
        .filter((issuer) => connected.some((way) => namesItself(issuer, way.issuer)))
        .map(({ id, name }) => (
          <IssuerForm
            key={id}
            issuer={{ id, name }}
            csrfToken={csrfToken}
            returnTo={returnTo}
            errand="confirm"
            label={`Confirm with ${name}`}
          />
        ))}
      {isDemo() && (
        <p>
          This is a demonstration: there is nothing to confirm by. <Link href={returnTo}>Continue</Link>.
        </p>
      )}
    </Page>
  );
}
