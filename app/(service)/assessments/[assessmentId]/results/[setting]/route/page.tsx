import type { Metadata } from "next";
import { ErrorSummary } from "@/components/nhs/error-summary";
import { InsetText } from "@/components/nhs/inset-text";
import { NoRoute } from "@/components/results/no-route";
import { RouteForm } from "@/components/results/route-form";
import { RouteOutcome } from "@/components/results/route-outcome";
import { RouteStepList } from "@/components/results/route-step-list";
import { appliesIn, capabilitiesOf, findCapability } from "@/lib/framework/find";
import { settingName } from "@/lib/framework/setting-names";
import { resultsPath } from "@/lib/http/addresses";
import { pointsExplained, pointsInWords } from "@/lib/report/effort-words";
import { whyNoRoute } from "@/lib/report/no-route";
import { askedRoute, type SearchParams } from "@/lib/report/route-question";
import { stepsOf } from "@/lib/report/route-steps";
import { whatIfSearch } from "@/lib/report/what-if-search";
import { goalInWords } from "@/lib/report/route-words";
import { ROUTE_CAUTION, type Route, shortestRoute } from "@/lib/scoring/route";
import { loadResult, type LoadedResult } from "../load-result";
import { ResultFrame } from "../result-frame";

type Props = {
  params: Promise<{ assessmentId: string; setting: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { assessmentId, setting } = await params;
  const loaded = await loadResult(assessmentId, setting);
  const { errors } = askedRoute(await searchParams, choicesFor(loaded));
  const title = `Shortest way: ${settingName(loaded.framework, setting)}, ${loaded.assessment.round}`;
  return { title: errors.length > 0 ? `Error: ${title}` : title };
}

/** The least effort that reaches a stage or a score, and what it would come to. */
export default async function RoutePage({ params, searchParams }: Props) {
  const { assessmentId, setting: asked } = await params;
  const loaded = await loadResult(assessmentId, asked);
  const { framework, setting, answers, result, showSensitive, answerHref, planHref } = loaded;
  const choices = choicesFor(loaded);
  const { question, errors, typed } = askedRoute(await searchParams, choices);
  const { toStage, toOverall, pins, exclude } = question;
  const goal = goalInWords(framework, question);
  const found =
    goal === null || errors.length > 0
      ? null
      : shortestRoute(framework, setting, answers, {
          ...(toStage !== null && { toStage }),
          ...(toOverall !== null && { toOverall }),
          pins,
          exclude,
        });

  return (
    <ResultFrame
      loaded={loaded}
      page="route"
      heading={`Shortest way: ${settingName(framework, setting)}`}
      errors={
        errors.length > 0 && (
          <ErrorSummary errors={errors.map(({ field, text }) => ({ text, href: `#${field}` }))} />
        )
      }
    >
      {found?.ok && (
        <h2 className="nhsuk-heading-l">
          Shortest by effort to {goal}: {pointsInWords(found.route.cost)}
        </h2>
      )}
      {found && !found.ok && <h2 className="nhsuk-heading-l">Nothing reaches {goal}</h2>}
      {goal === null && errors.length === 0 && (
        <p>This is the highest stage there is. You can still ask for an overall score.</p>
      )}
      <InsetText>
        <p>{ROUTE_CAUTION}</p>
        <p>{pointsExplained(framework)}</p>
      </InsetText>
      {found?.ok && (
        <>
          {!result.stage.final && <p>What is not answered yet counts as not met.</p>}
          <RouteOutcome framework={framework} before={result} after={found.route.result} />
          {found.route.raises.length > 0 && (
            <p>
              <a
                className="nhsuk-link"
                href={`${resultsPath(assessmentId, setting, "what-if")}${whatIfSearch({ met: namedCriteria(loaded, found.route) })}`}
              >
                Try it with other things ticked
              </a>
            </p>
          )}
          <RouteStepList
            framework={framework}
            {...stepsOf(loaded, found.route, { showSensitive })}
            answerHref={answerHref}
            planHref={planHref}
          />
        </>
      )}
      {found && !found.ok && (
        <NoRoute reasons={whyNoRoute(framework, setting, answers, question, { showSensitive })} />
      )}
      <p>
        <a className="nhsuk-link" href={resultsPath(assessmentId, setting, "route/frontier")}>
          See what each effort gets you
        </a>
      </p>
      <RouteForm
        path={resultsPath(assessmentId, setting, "route")}
        framework={framework}
        setting={setting}
        question={question}
        typed={typed}
        choices={choices}
        errors={errors}
      />
    </ResultFrame>
  );
}

/** The criteria of a way that this person may be told of. */
function namedCriteria({ framework, showSensitive }: LoadedResult, { raises }: Route): string[] {
  return raises
    .filter(({ capability }) => showSensitive || !findCapability(framework, capability)?.sensitive)
    .flatMap(({ criteria }) => criteria);
}

function choicesFor({ framework, setting, result, answers, showSensitive }: LoadedResult) {
  return {
    stages: framework.stages.map(({ stage }) => stage).filter((stage) => stage > result.stage.low),
    capabilities: capabilitiesOf(framework).filter(
      (capability) =>
        appliesIn(capability, setting) &&
        !answers.get(capability.id)?.notApplicable &&
        (showSensitive || !capability.sensitive),
    ),
  };
}
