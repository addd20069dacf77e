import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { EmptyState } from "@/components/nhs/empty-state";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { GrantForm } from "@/components/sharing/grant-form";
import { TrustTrail } from "@/components/trail/trust-trail";
import { besideWords, scopeWords } from "@/lib/access/grant-words";
import { besideChoices, type GrantScope, scopesOf } from "@/lib/access/grant";
import { notFound } from "@/lib/auth/not-found";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { assessmentsOf } from "@/lib/data/assessments";
import { receiversOf } from "@/lib/data/grants";
import { sharingPath } from "@/lib/http/addresses";
import { giveConsultancyAction, giveGroupAction, giveGuestAction } from "../../actions";
import { loadSharing } from "../../load-sharing";

type Props = { params: Promise<{ ods: string; kind: string }> };

const headings: Readonly<Record<string, string>> = {
  consultancy: "Give a consultancy access",
  guest: "Ask somebody from outside to review a round",
  group: "Let your group’s digital team act here",
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ods, kind } = await params;
  const { trust } = await loadSharing(ods);
  return { title: `${headings[kind] ?? "Page not found"}: ${trust.name}` };
}

/** Where a lead lets somebody from outside the trust in. */
export default async function NewGrantPage({ params }: Props) {
  const { ods, kind } = await params;
  const { trust } = await loadSharing(ods);
  const heading = Object.hasOwn(headings, kind) ? headings[kind] : undefined;
  if (!heading) notFound();
  await requireRecentSignIn();
  return (
    <Page
      before={<TrustTrail trust={trust} then={[{ href: sharingPath(trust.odsCode), text: "Sharing" }]} />}
    >
      <PageHeading caption={trust.name}>{heading}</PageHeading>
      {kind === "consultancy" && <ConsultancyPart ods={trust.odsCode} />}
      {kind === "guest" && <GuestPart ods={trust.odsCode} />}
      {kind === "group" && <GroupPart ods={trust.odsCode} />}
    </Page>
  );
}

async function ConsultancyPart({ ods }: { ods: string }) {
  const consultancies = await receiversOf("consultancy");
  if (consultancies.length === 0) {
    return (
      <EmptyState heading="There is no consultancy here yet">
        <p>Ask the administrator of this service to add the one you work with.</p>
      </EmptyState>
    );
  }
  return (
    <GrantForm
      action={giveConsultancyAction}
      hidden={{ ods, key: randomUUID() }}
      button="Give access"
      receiver={{ label: "Which consultancy?", options: consultancies.map(optionOf) }}
      email={{
        label: "One person only? (optional)",
        hint: "The work email address of the one consultant who may see it. Leave empty for all its consultants.",
      }}
      scopes={scopesOf.consultancy.map(scopeChoice)}
      beside={besideChoices.map((value) => ({
        value,
        label: besideWords[value].name,
        hint: besideWords[value].hint,
      }))}
      endsOn
    />
  );
}

async function GuestPart({ ods }: { ods: string }) {
  const { user, trust } = await loadSharing(ods);
  const rounds = await assessmentsOf(user, trust.id);
  if (rounds.length === 0) {
    return (
      <EmptyState heading="There is no round to review yet">
        <p>Start an assessment first. A guest reviews one round.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p>
        A reviewer of your own trust is invited on the people page. A guest is somebody else: a peer trust,
        your integrated care board, an auditor.
      </p>
      <GrantForm
        action={giveGuestAction}
        hidden={{ ods, key: randomUUID() }}
        button="Give access and invite"
        round={rounds.map(({ id, round }) => ({ value: id, text: round }))}
        email={{
          label: "Work email address",
          hint: "They get an invitation there, unless they have an account with this address already.",
        }}
        scopes={scopesOf.guest_reviewer.map(scopeChoice)}
        endsOn
      />
    </>
  );
}

async function GroupPart({ ods }: { ods: string }) {
  const groups = await receiversOf("group");
  return (
    <>
      <p>{scopeWords.lead.hint}, until you end it. Each trust keeps its own answers, results and sign-off.</p>
      <GrantForm
        action={giveGroupAction}
        hidden={{ ods, key: randomUUID() }}
        button="Let them act here"
        receiver={{ label: "Which group?", options: groups.map(optionOf) }}
      />
    </>
  );
}

function optionOf({ id, name }: { id: string; name: string }) {
  return { value: id, text: name };
}

function scopeChoice(value: GrantScope) {
  return { value, label: scopeWords[value].name, hint: scopeWords[value].hint };
}
