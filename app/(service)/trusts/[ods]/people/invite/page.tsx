import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Breadcrumb } from "@/components/nhs/breadcrumb";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { InviteForm } from "@/components/people/invite-form";
import { roleChoices } from "@/components/people/role-choices";
import { INVITATION_DAYS } from "@/lib/access/invitation";
import { mailServer } from "@/lib/env";
import { peoplePath } from "@/lib/http/addresses";
import { inviteAction } from "../actions";
import { loadPlaceToChange } from "../load-place";

type Props = { params: Promise<{ ods: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { place } = await loadPlaceToChange((await params).ods);
  return { title: `Invite somebody to ${place.name}` };
}

export default async function InvitePage({ params }: Props) {
  const { place, crumbs } = await loadPlaceToChange((await params).ods);
  return (
    <Page before={<Breadcrumb items={[...crumbs, { href: peoplePath(place.odsCode), text: "People" }]} />}>
      <PageHeading caption={place.name}>Invite somebody</PageHeading>
      <p>
        {mailServer()
          ? `We email them a link that works once and lasts ${INVITATION_DAYS} days.`
          : `You get a link to pass on to them. It works once and lasts ${INVITATION_DAYS} days.`}
      </p>
      <InviteForm
        action={inviteAction}
        hidden={{ ods: place.odsCode, key: randomUUID() }}
        roles={roleChoices(place.kind)}
      />
    </Page>
  );
}
