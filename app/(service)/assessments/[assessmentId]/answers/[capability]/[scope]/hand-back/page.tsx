import type { Metadata } from "next";
import { HandBackForm } from "@/components/assessment/hand-back-form";
import { Breadcrumb } from "@/components/nhs/breadcrumb";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { may } from "@/lib/access/policy";
import { ASSIGNMENT_TEXT_LIMIT } from "@/lib/assessment/assignment";
import { notFound } from "@/lib/auth/not-found";
import { findCapability } from "@/lib/framework/find";
import { scopeName } from "@/lib/framework/setting-names";
import { answerPagePath, assessmentPath } from "@/lib/http/addresses";
import { loadQuestions } from "../../../../load-questions";
import { handBackAction } from "./actions";

type Props = { params: Promise<{ assessmentId: string; capability: string; scope: string }> };

export const metadata: Metadata = { title: "Hand a question back" };

/** Hands a question back that is not this person's to answer. */
export default async function HandBackPage({ params }: Props) {
  const { assessmentId, capability: capabilityId, scope } = await params;
  const { user, assessment, framework, assignments } = await loadQuestions(assessmentId, capabilityId);
  const capability = findCapability(framework, capabilityId);
  const own = assignments.some((one) => one.scope === scope && one.personId === user.personId);
  const mayHandBack = may(user, "hand a question back", assessment.organisationId);
  if (!capability || !own || !mayHandBack || assessment.state !== "in_progress") notFound();
  const place = { assessmentId, capabilityId, scope };
  const title = `${capability.number} ${capability.name}`;

  return (
    <Page
      before={
        <Breadcrumb
          items={[
            { href: assessmentPath(assessmentId), text: "Your questions" },
            { href: answerPagePath(place), text: title },
          ]}
        />
      }
    >
      <PageHeading caption={`${title} · ${scopeName(framework, scope)}`}>Hand this question back</PageHeading>
      <p>
        The question is then nobody&rsquo;s, and the digital lead sees your reason. What was answered so far
        stays.
      </p>
      <HandBackForm action={handBackAction} place={place} limit={ASSIGNMENT_TEXT_LIMIT} />
    </Page>
  );
}
