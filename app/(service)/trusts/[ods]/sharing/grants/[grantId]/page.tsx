import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { GrantForm } from "@/components/sharing/grant-form";
import { grantTaker } from "@/components/sharing/grant-in-words";
import { TrustTrail } from "@/components/trail/trust-trail";
import { besideWords, kindWords, scopeWords } from "@/lib/access/grant-words";
import { besideChoices, scopesOf } from "@/lib/access/grant";
import { notFound } from "@/lib/auth/not-found";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { type Grant, grantById } from "@/lib/data/grants";
import { sharingPath } from "@/lib/http/addresses";
import { changeGrantAction, endGrantAction } from "../../actions";
import { loadSharing } from "../../load-sharing";

type Props = { params: Promise<{ ods: string; grantId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { trust } = await loadSharing((await params).ods);
  return { title: `Change or end access: ${trust.name}` };
}

/** What was given to one of those outside the trust: change it, or end it. */
export default async function GrantPage({ params }: Props) {
  const { ods, grantId } = await params;
  const { user, trust } = await loadSharing(ods);
  const grant = await grantById(user, trust.id, grantId);
  if (!grant || grant.endedAt) notFound();
  await requireRecentSignIn();
  const hidden = { ods: trust.odsCode, grant: grant.id };
  return (
    <Page
      before={<TrustTrail trust={trust} then={[{ href: sharingPath(trust.odsCode), text: "Sharing" }]} />}
    >
      <PageHeading caption={`${kindWords[grant.kind]}${grant.round ? `, ${grant.round}` : ""}`}>
        {grantTaker(grant)}
      </PageHeading>
      {grant.kind === "group" ? (
        <p>{scopeWords.lead.hint}.</p>
      ) : (
        <GrantForm
          action={changeGrantAction}
          hidden={hidden}
          button="Save changes"
          standing={standingOf(grant)}
          scopes={scopesOf[grant.kind].map((value) => ({
            value,
            label: scopeWords[value].name,
            hint: scopeWords[value].hint,
          }))}
          beside={
            grant.kind === "consultancy"
              ? besideChoices.map((value) => ({
                  value,
                  label: besideWords[value].name,
                  hint: besideWords[value].hint,
                }))
              : undefined
          }
          endsOn
        />
      )}
      <h2 className="nhsuk-heading-m">End it now</h2>
      <p>From their next click on they see nothing of your trust, in pages that are open as well.</p>
      <ActionForm action={endGrantAction}>
        <HiddenFields fields={hidden} />
        <SubmitButton variant="warning">End this access</SubmitButton>
      </ActionForm>
    </Page>
  );
}

function standingOf({ scope, beside, endsOn }: Grant): Record<string, string> {
  return {
    scope,
    beside,
    "endsOn-day": String(endsOn?.getUTCDate() ?? ""),
    "endsOn-month": String(endsOn ? endsOn.getUTCMonth() + 1 : ""),
    "endsOn-year": String(endsOn?.getUTCFullYear() ?? ""),
  };
}
