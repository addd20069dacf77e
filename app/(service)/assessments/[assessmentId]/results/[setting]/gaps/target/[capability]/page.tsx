import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Breadcrumb } from "@/components/nhs/breadcrumb";
import { InsetText } from "@/components/nhs/inset-text";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { TargetForm } from "@/components/results/target-form";
import { may } from "@/lib/access/policy";
import { appliesIn, findCapability } from "@/lib/framework/find";
import { scopeName, settingName } from "@/lib/framework/setting-names";
import { resultsPath } from "@/lib/http/addresses";
import { titleIn } from "@/lib/report/findings";
import { levelInFigures } from "@/lib/report/level-words";
import { servingScope } from "@/lib/report/serving-answers";
import { targetsIn } from "@/lib/report/targets";
import { DEFAULT_TARGET } from "@/lib/scoring/gaps";
import { loadResult } from "../../../load-result";
import { removeTargetAction, setTargetAction } from "./actions";
import { REASON_LIMIT } from "./target-fields";

type Props = { params: Promise<{ assessmentId: string; setting: string; capability: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { capability, setting } = await loadTarget(await params);
  return { title: `Target for ${titleIn(capability, setting)}` };
}

/** The level wanted for one capability, by when and why. */
export default async function TargetPage({ params }: Props) {
  const { assessmentId } = await params;
  const { assessment, framework, setting, result, targets, serving, capability } = await loadTarget(
    await params,
  );
  const scope = servingScope(capability, setting, serving);
  const target = targetsIn(setting, targets).get(capability.id);
  const level = result.capabilities.find(({ id }) => id === capability.id);
  const place = { assessmentId, setting, capabilityId: capability.id, scope };
  // One set for the whole trust is not this care setting's own to take back.
  const own = targets.some((one) => one.capabilityId === capability.id && one.scope === scope);
  const settingHere = settingName(framework, setting);

  return (
    <Page
      before={
        <Breadcrumb
          items={[
            { href: resultsPath(assessmentId, setting), text: `Results: ${settingHere}` },
            { href: `${resultsPath(assessmentId, setting, "gaps")}#${capability.id}`, text: "Gaps" },
          ]}
        />
      }
    >
      <PageHeading caption={scopeName(framework, scope)}>
        Target for {titleIn(capability, setting)}
      </PageHeading>
      {level && (
        <p>
          It is at level {levelInFigures(level)} now. Without a target of its own it aims at level{" "}
          {DEFAULT_TARGET}.
        </p>
      )}
      {scope === "organisation" && assessment.careSettings.length > 1 && (
        <InsetText>
          <p>This is answered once for the whole trust, so its target holds for every care setting.</p>
        </InsetText>
      )}
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
          }
        }
        reasonLimit={REASON_LIMIT}
      />
      {own && (
        <ActionForm action={removeTargetAction}>
          <h2 className="nhsuk-heading-m">Take this target back</h2>
          <p>
            Without a target of its own it aims at level {DEFAULT_TARGET} again. That there was one stays on
            record.
          </p>
          {Object.entries(place).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton variant="secondary">Take the target back</SubmitButton>
        </ActionForm>
      )}
    </Page>
  );
}

/** The capability and its care setting, for those who may set its target while the round is open. */
async function loadTarget({ assessmentId, setting, capability: id }: Awaited<Props["params"]>) {
  const loaded = await loadResult(assessmentId, setting);
  const { user, assessment, framework, serving } = loaded;
  const capability = findCapability(framework, id);
  const mayPlan = may(user, "set targets", assessment.organisationId) && assessment.state === "in_progress";
  if (!capability || !appliesIn(capability, loaded.setting) || !serving || !mayPlan) notFound();
  return { ...loaded, serving, capability };
}
