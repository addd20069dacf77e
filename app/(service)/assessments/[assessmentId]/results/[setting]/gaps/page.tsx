import type { Metadata } from "next";
import { AtTargetTable } from "@/components/results/at-target-table";
import { GapGroups } from "@/components/results/gap-groups";
import { GapList } from "@/components/results/gap-list";
import { MarkedGaps } from "@/components/results/marked-gaps";
import { SentenceList } from "@/components/results/sentence-list";
import { may } from "@/lib/access/policy";
import { withApproverNames } from "@/lib/data/targets";
import type { Capability } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { resultsPath } from "@/lib/http/addresses";
import { completenessOf } from "@/lib/report/completeness";
import { dayOf } from "@/lib/report/dates";
import { findingsOf } from "@/lib/report/findings";
import { gapsByBarrier, gapsBySupplier, gapsByUnblocker, markedGaps } from "@/lib/report/gap-groups";
import { gapMethod, gapSections } from "@/lib/report/gap-sections";
import { standingInWords } from "@/lib/report/status-words";
import { targetsIn } from "@/lib/report/targets";
import { DEFAULT_TARGET } from "@/lib/scoring/gaps";
import { loadResult } from "../load-result";
import { ResultFrame } from "../result-frame";

type Props = { params: Promise<{ assessmentId: string; setting: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assessmentId, setting } = await params;
  const { assessment, framework } = await loadResult(assessmentId, setting);
  return { title: `Gaps: ${settingName(framework, setting)}, ${assessment.round}` };
}

/** What is below its target, in three lists, with the rule that puts each gap where it stands. */
export default async function GapsPage({ params }: Props) {
  const { assessmentId, setting: asked } = await params;
  const loaded = await loadResult(assessmentId, asked);
  const {
    user,
    assessment,
    framework,
    setting,
    result,
    answers,
    signedOff,
    showSensitive,
    answerHref,
    planHref,
    mayNot,
  } = loaded;
  const targets = await withApproverNames(user, loaded.targets);
  const today = dayOf(new Date());
  const sections = gapSections(loaded, targets, { showSensitive });
  const inGap = new Set(sections.flatMap(({ items }) => items.map(({ capability }) => capability.id)));
  const atTarget = findingsOf(loaded, { showSensitive })
    .flatMap(({ findings }) => findings)
    .filter(({ capability }) => !inGap.has(capability.id));
  const mayPlan = may(user, "set targets", assessment.organisationId) && assessment.state === "in_progress";
  const targetHref = ({ id }: Capability) =>
    mayPlan ? `${resultsPath(assessmentId, setting, "gaps")}/target/${id}` : null;
  const mayJudge = may(user, "judge gaps", assessment.organisationId) && assessment.state === "in_progress";
  const viewHref = ({ id }: Capability) =>
    mayJudge ? `${resultsPath(assessmentId, setting, "gaps")}/judge/${id}` : null;

  return (
    <ResultFrame loaded={loaded} page="gaps" heading={`Gaps: ${settingName(framework, setting)}`}>
      <p className="nhsuk-lede-text">
        What is below its target, and what first. Every figure comes from a rule:{" "}
        <a className="nhsuk-link" href="#how">
          how the lists are made
        </a>
        .
      </p>
      <p>{standingInWords(assessment.state, result, completenessOf(result, answers), signedOff)}.</p>
      <p>
        <span className="print:hidden">If you print this page, only what you have opened is printed. </span>
        {!mayNot.includes("report") && (
          <>
            The{" "}
            <a className="nhsuk-link" href={resultsPath(assessmentId, setting, "report")}>
              gap report
            </a>{" "}
            has what every gap still needs.
          </>
        )}
      </p>
      <MarkedGaps {...markedGaps(sections)} />
      <div className="app-as-opened">
        {sections.map((section) => (
          <GapList
            key={section.list}
            framework={framework}
            section={section}
            today={today}
            answerHref={answerHref}
            targetHref={targetHref}
            planHref={planHref}
            viewHref={viewHref}
          />
        ))}
        <GapGroups
          barriers={gapsByBarrier(framework, sections)}
          suppliers={gapsBySupplier(sections)}
          unblockers={gapsByUnblocker(sections)}
        />
        <h2 className="nhsuk-heading-l">No gap</h2>
        <AtTargetTable
          findings={atTarget}
          targets={targetsIn(setting, targets)}
          defaultTarget={DEFAULT_TARGET}
          answerHref={answerHref}
          targetHref={targetHref}
        />
      </div>
      <h2 className="nhsuk-heading-l" id="how">
        How the lists are made
      </h2>
      <SentenceList sentences={gapMethod(framework)} />
    </ResultFrame>
  );
}
