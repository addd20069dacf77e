import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { UnknownChoice } from "@/components/nhs/unknown-choice";
import { PlannedActionForm } from "@/components/plan/action-form";
import { TrustTrail } from "@/components/trail/trust-trail";
import { notFound } from "@/lib/auth/not-found";
import { possibleOwners } from "@/lib/data/planning-people";
import { planGround } from "@/lib/data/plan-ground";
import { levelSchema } from "@/lib/framework/schema";
import { planPath } from "@/lib/http/addresses";
import { servedCapability, servesUpTo } from "@/lib/plan/criteria-of-plan";
import { servedTitle, tickGroup } from "@/lib/report/served-groups";
import { addActionAction } from "../actions";
import { loadPlan } from "../load-plan";
import { ownerChoices } from "../owner-choices";

type Props = {
  params: Promise<{ ods: string }>;
  searchParams: Promise<{ capability?: string; scope?: string; to?: string }>;
};

export const metadata: Metadata = { title: "Add an action" };

/** A new action; begun from a gap or a step of the way up, it names what it will meet. */
export default async function NewActionPage({ params, searchParams }: Props) {
  const { user, trust, mayPlan } = await loadPlan((await params).ods);
  if (!mayPlan) notFound();
  const people = await possibleOwners(user, trust.id);
  const { capability = "", scope = "", to } = await searchParams;
  const ground = capability ? await planGround(user, trust.id) : null;
  const served = ground && servedCapability(ground, capability, scope);
  const level = levelSchema.safeParse(Number(to)).data;

  return (
    <Page before={<TrustTrail trust={trust} then={[{ href: planPath(trust.odsCode), text: "Plan" }]} />}>
      <PageHeading caption={trust.name}>Add an action</PageHeading>
      <UnknownChoice
        asked={[{ text: capability, known: Boolean(served) }]}
        instead="The action begins without statements."
      />
      <PlannedActionForm
        action={addActionAction}
        hidden={{ ods: trust.odsCode, key: randomUUID() }}
        people={ownerChoices(people)}
        kept={
          ground && served && level
            ? { title: `Raise ${servedTitle(ground, served)} to level ${level}`.slice(0, 200) }
            : {}
        }
        groups={ground && served ? [tickGroup(ground, served, level && servesUpTo(served, level))] : []}
      />
    </Page>
  );
}
