import type { Metadata } from "next";
import { SignOffRuleForm } from "@/components/assessment/sign-off-rule-form";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { TrustTrail } from "@/components/trail/trust-trail";
import { may } from "@/lib/access/policy";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { organisationByCode } from "@/lib/data/organisations";
import { senderMaySign } from "@/lib/data/sign-off-rule";
import { setRuleAction } from "./actions";

type Props = { params: Promise<{ ods: string }> };

export const metadata: Metadata = { title: "Who may sign off" };

/** The trust's rule on who may sign a round. */
export default async function SignOffRulePage({ params }: Props) {
  const user = await requireUser();
  const trust = await organisationByCode(user, (await params).ods);
  if (!trust || !may(user, "set the rule of sign-off", trust.id)) notFound();

  return (
    <Page before={<TrustTrail trust={trust} />}>
      <PageHeading caption={trust.name}>Who may sign off</PageHeading>
      <p>
        Only an approver signs. A second pair of eyes makes a result easier to trust, so the person who sent a
        round for review cannot sign it unless you allow it here. The change is kept on record.
      </p>
      <SignOffRuleForm
        action={setRuleAction}
        ods={trust.odsCode}
        allowed={await senderMaySign(user, trust.id)}
      />
    </Page>
  );
}
