import type { Metadata } from "next";
import { LensScores } from "@/components/results/lens-scores";
import { LinkRow } from "@/components/results/link-row";
import { notFound } from "@/lib/auth/not-found";
import { settingName } from "@/lib/framework/setting-names";
import { lensResultPath, workingPath } from "@/lib/http/addresses";
import { lensesOf, lensView } from "@/lib/report/lens-groups";
import { scoreInFigures } from "@/lib/report/stage-words";
import { loadResult, type LoadedResult } from "../load-result";
import { ResultFrame } from "../result-frame";

type Props = {
  params: Promise<{ assessmentId: string; setting: string }>;
  searchParams: Promise<{ lens?: string | string[] }>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { assessmentId, setting } = await params;
  const loaded = await loadResult(assessmentId, setting);
  const { heading } = await lensAsked(loaded, searchParams);
  return { title: `${heading}: ${settingName(loaded.framework, setting)}, ${loaded.assessment.round}` };
}

/** The same answers grouped another way: each lens of the framework, its scores and what makes them. */
export default async function LensesPage({ params, searchParams }: Props) {
  const { assessmentId, setting: asked } = await params;
  const loaded = await loadResult(assessmentId, asked);
  const { framework, setting, result, showSensitive, answerHref } = loaded;
  const lens = await lensAsked(loaded, searchParams);
  const { groups, overall, grouped, of } = lensView(framework, setting, result, lens.id, { showSensitive });
  const withheld = groups.some((group) => group.withheld);

  return (
    <ResultFrame
      loaded={loaded}
      page="lenses"
      heading={`${lens.heading}: ${settingName(framework, setting)}`}
    >
      <p className="nhsuk-lede-text">The same answers, grouped another way. Nothing is asked twice.</p>
      <LinkRow
        label="Lenses"
        links={lensesOf(framework).map(({ id, heading }) => ({
          href: lensResultPath(assessmentId, setting, id),
          text: heading,
          current: id === lens.id,
        }))}
      />
      <p>
        {overall && (
          <>
            <strong>{scoreInFigures(overall)} out of 5</strong>, the mean of the groups.{" "}
          </>
        )}
        The score of a group is the mean of the capabilities in it. A capability can be in several groups, and
        this lens groups {grouped === of ? `all ${of}` : `${grouped} of the ${of}`} that apply here. The stage
        does not come from it.
      </p>
      {withheld && (
        <p>
          Where a group has capabilities that are not named here, its score is not shown, nor is the mean of
          the groups. Ask the trust’s digital lead.
        </p>
      )}
      <LensScores
        lens={lens}
        groups={groups}
        memberHref={({ capability, dimensionId }) =>
          answerHref(capability) ?? `${workingPath(assessmentId, setting, dimensionId)}#${capability.id}`
        }
      />
    </ResultFrame>
  );
}

/** The lens of the address; without one the framework's first, and for one it does not have a 404. */
async function lensAsked({ framework }: LoadedResult, searchParams: Props["searchParams"]) {
  const { lens: id } = await searchParams;
  const lenses = lensesOf(framework);
  const lens = id === undefined ? lenses[0] : lenses.find((one) => one.id === id);
  if (!lens) notFound();
  return lens;
}
