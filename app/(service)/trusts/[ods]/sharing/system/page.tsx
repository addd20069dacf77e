import type { Metadata } from "next";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { SystemChoiceForm } from "@/components/sharing/system-choice-form";
import { TrustTrail } from "@/components/trail/trust-trail";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { sharingChoice } from "@/lib/data/shared-results";
import { sharingPath } from "@/lib/http/addresses";
import { chooseSharingAction } from "../actions";
import { loadSharing } from "../load-sharing";

type Props = { params: Promise<{ ods: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { trust } = await loadSharing((await params).ods);
  return { title: `Share with your system: ${trust.name}` };
}

/** Whether a trust's integrated care board and region see what it signs off. */
export default async function SystemChoicePage({ params }: Props) {
  const { user, trust } = await loadSharing((await params).ods);
  await requireRecentSignIn();
  const choice = await sharingChoice(user, trust.id);
  return (
    <Page
      before={<TrustTrail trust={trust} then={[{ href: sharingPath(trust.odsCode), text: "Sharing" }]} />}
    >
      <PageHeading caption={trust.name}>Share with your integrated care board and region</PageHeading>
      <p>If you share, they see for each care setting and signed-off round:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          the stage, the distance to the next and the overall score, with the change since the round before
        </li>
        <li>the score of each dimension and each What Good Looks Like pillar</li>
        <li>
          how many safeguards are at level 3 or above, and what holds the stage, without sensitive items
        </li>
      </ul>
      <p>They never see answers, notes, evidence, who answered, or a round that is not signed off.</p>
      <SystemChoiceForm
        action={chooseSharingAction}
        ods={trust.odsCode}
        withSystem={choice?.withSystem ?? false}
      />
    </Page>
  );
}
