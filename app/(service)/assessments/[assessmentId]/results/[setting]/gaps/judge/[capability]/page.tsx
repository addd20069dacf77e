import type { Metadata } from "next";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { GapViewForm, type GapFormValues } from "@/components/results/gap-view-form";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { may } from "@/lib/access/policy";
import { notFound } from "@/lib/auth/not-found";
import { settingName } from "@/lib/framework/setting-names";
import { resultsPath } from "@/lib/http/addresses";
import { pointsInWords } from "@/lib/report/effort-words";
import { gapSections, workingInFigures } from "@/lib/report/gap-sections";
import { type GapView, unblockerNames, unblockers } from "@/lib/report/gap-view";
import { loadResult } from "../../../load-result";
import { judgeGapAction } from "./actions";
import { GAP_REASON_LIMIT } from "./gap-fields";

type Props = { params: Promise<{ assessmentId: string; setting: string; capability: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { item } = await loadGap(await params);
  return { title: `Gap: ${item.title}` };
}

/** What the trust says of one gap, beside what the rules make of it. */
export default async function JudgeGapPage({ params }: Props) {
  const { assessmentId } = await params;
  const { assessment, framework, setting, section, item } = await loadGap(await params);
  const { gap, capability, view } = item;
  return (
    <Page
      before={
        <AssessmentTrail
          assessment={assessment}
          then={[
            { href: resultsPath(assessmentId, setting), text: `Results: ${settingName(framework, setting)}` },
            { href: `${resultsPath(assessmentId, setting, "gaps")}#${capability.id}`, text: "Gaps" },
          ]}
        />
      }
    >
      <PageHeading caption={settingName(framework, setting)}>Gap: {item.title}</PageHeading>
      <p>
        Level {gap.level}, target {gap.target}. It stands under “{section.name}” with a value of {gap.value}:{" "}
        {workingInFigures(gap)}. Effort {pointsInWords(gap.effort)}.
      </p>
      <GapViewForm
        action={judgeGapAction}
        hidden={{ assessmentId, setting, capabilityId: capability.id, version: view?.version ?? 0 }}
        first={valuesOf(view)}
        importance={gap.byDefault.importance ?? gap.importance}
        effort={gap.byDefault.effort ?? gap.effort}
        unblockers={unblockers.map((value) => ({ value, text: unblockerNames[value] }))}
        reasonLimit={GAP_REASON_LIMIT}
      />
    </Page>
  );
}

/** The gap and its list, for those who may judge it while the round is open. */
async function loadGap({ assessmentId, setting, capability: id }: Awaited<Props["params"]>) {
  const loaded = await loadResult(assessmentId, setting);
  const { user, assessment, targets, showSensitive } = loaded;
  const mayJudge = may(user, "judge gaps", assessment.organisationId) && assessment.state === "in_progress";
  const section = gapSections(loaded, targets, { showSensitive }).find(({ items }) =>
    items.some(({ capability }) => capability.id === id),
  );
  const item = section?.items.find(({ capability }) => capability.id === id);
  if (!mayJudge || !section || !item) notFound();
  return { ...loaded, section, item };
}

function valuesOf(view: GapView | null): GapFormValues {
  const [year = "", month = "", day = ""] =
    view?.contractEndsOn
      ?.toISOString()
      .slice(0, 10)
      .split("-")
      .map((part) => part.replace(/^0+/, "")) ?? [];
  return {
    standing: view?.standing ?? "",
    standingReason: view?.standingReason ?? "",
    importance: String(view?.importance ?? ""),
    effort: String(view?.effort ?? ""),
    adjustedReason: view?.adjustedReason ?? "",
    system: view?.system ?? "",
    supplier: view?.supplier ?? "",
    "ends-day": day,
    "ends-month": month,
    "ends-year": year,
    unblockedBy: view?.unblockedBy ?? "",
  };
}
