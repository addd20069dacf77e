import type { Metadata } from "next";
import { AccountTrail } from "@/components/account/account-trail";
import { NewTokenForm } from "@/components/account/new-token-form";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { reachableBy } from "@/lib/access/token-reach";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { TOKEN_NAME_LIMIT } from "@/lib/data/make-token";
import { tokensPath } from "@/lib/http/addresses";
import { makeTokenAction } from "./actions";

export const metadata: Metadata = { title: "Make a token" };

/** What a new token is for, what it may do, where and for how long. */
export default async function NewTokenPage() {
  const user = await requireRecentSignIn();
  const organisations = reachableBy(user);
  return (
    <Page before={<AccountTrail then={[{ href: tokensPath, text: "Tokens for programs" }]} />}>
      <PageHeading>Make a token</PageHeading>
      {organisations.length === 0 ? (
        <p>
          There is nothing a token of yours could reach: you belong to no organisation here, and none has
          given you access.
        </p>
      ) : (
        <NewTokenForm
          action={makeTokenAction}
          nameLimit={TOKEN_NAME_LIMIT}
          organisations={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </Page>
  );
}
