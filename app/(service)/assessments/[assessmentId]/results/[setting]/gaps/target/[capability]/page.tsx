import type { Metadata } from "next";
import { HiddenButton } from "@/components/forms/hidden-button";
import { InsetText } from "@/components/nhs/inset-text";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { TargetForm } from "@/components/results/target-form";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { may } from "@/lib/access/policy";
import { notFound } from "@/lib/auth/not-found";
import { type ListedTarget, targetsOf } from "@/lib/data/targets";
import { appliesIn, findCapability } from "@/lib/framework/find";
import { scopeName, settingName } from "@/lib/framework/setting-names";
import { resultsPath } from "@/lib/http/addresses";
import { titleIn } from "@/lib/report/findings";
import { levelInFigures } from "@/lib/report/level-words";
import { servingScope } from "@/lib/report/serving-answers";
import { DEFAULT_TARGET } from "@/lib/scoring/gaps";
import { loadResult } from "../../../load-result";
import { removeTargetAction, setTargetAction } from "./actions";
import { REASON_LIMIT } from "./target-fields";

type Props = { params: Promise<{ assessmentId: string; setting: string; capability: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { subject } = await loadTarget(await params);
  return { title: `Target for ${subject.title}` };
}

/** The level wanted for one capability, or for a whole dimension: by when, why and whose it is. */
export default async function TargetPage({ params }: Props) {
  const { assessmentId } = await params;
  const { assessment, framework, setting, subject, target } = await loadTarget(await params);
  const { id, scope, title, now } = subject;
  const place = { assessmentId, setting, capabilityId: id, scope, version: target?.version ?? 0 };

  return (
    <Page
      before={
        <AssessmentTrail
          assessment={assessment}
          then={[
            {
              href: resultsPath(assessmentId, setting),
              text: `Results: ${settingName(framework, setting)}`,
            },
            { href: `${resultsPath(assessmentId, setting, "targets")}#${id}`, text: "Targets" },
          ]}
        />
      }
    >
      <PageHeading caption={scopeName(framework, scope)}>Target for {title}</PageHeading>
      <p>{now}</p>
      {scope === "organisation" && assessment.careSettings.length > 1 && (
        <InsetText>
          <p>This target holds for every care setting.</p>
        </InsetText>
      )}
      {target?.approvedAt && <p>This target is approved. Once it is changed it has to be approved again.</p>}
      <TargetForm
        action={setTargetAction}
        hidden={place}
        levels={framework.levels.map((rung) => ({
          value: String(rung.level),
          label: `Level ${rung.level}: ${rung.name}`,
          hint: rung.test,
        }))}
        target={
          target && {
            level: String(target.level),
            by: target.by?.toISOString() ?? null,
            reason: target.reason,
            owner: target.owner,
          }
        }
        reasonLimit={REASON_LIMIT}
      />
      {target && (
        <>
          <h2 className="nhsuk-heading-m">Take this target back</h2>
          <p>What holds without it holds again. That there was one stays on record.</p>
          <HiddenButton action={removeTargetAction} hidden={place}>
            Take the target back
          </HiddenButton>
        </>
      )}
    </Page>
  );
}

type Subject = { id: string; scope: string; title: string; now: string };

/** The capability or dimension and its own target, for those who may set it while the round is open. */
async function loadTarget({ assessmentId, setting, capability: id }: Awaited<Props["params"]>) {
  const loaded = await loadResult(assessmentId, setting);
  const { user, assessment } = loaded;
  const mayPlan = may(user, "set targets", assessment.organisationId) && assessment.state === "in_progress";
  const subject = subjectOf(loaded, id);
  const targets = mayPlan && subject && (await targetsOf(user, assessmentId));
  if (!subject || !targets) notFound();
  const target: ListedTarget | undefined = targets.find(
    ({ capabilityId, scope }) => capabilityId === id && scope === subject.scope,
  );
  return { ...loaded, subject, target };
}

function subjectOf(
  { framework, setting, result, serving }: Awaited<ReturnType<typeof loadResult>>,
  id: string,
): Subject | null {
  const dimension = framework.dimensions.find((known) => known.id === id);
  if (dimension) {
    return {
      id,
      scope: "organisation",
      title: `${dimension.number} ${dimension.name}`,
      now: "It holds for every capability of this dimension that has no target of its own.",
    };
  }
  const capability = findCapability(framework, id);
  if (!capability || !serving || !appliesIn(capability, setting)) return null;
  const level = result.capabilities.find((entry) => entry.id === id);
  return {
    id,
    scope: servingScope(capability, setting, serving),
    title: titleIn(capability, setting),
    now: `${level ? `It is at level ${levelInFigures(level)} now; a target at or below that is kept and asks for nothing. ` : ""}Without a target of its own it aims at its dimension's, or else at level ${DEFAULT_TARGET}.`,
  };
}
