import { Details } from "@/components/nhs/details";
import type { Capability, Framework } from "@/lib/framework/schema";
import { effortInWords, monthsInWords, pointsInWords } from "@/lib/report/effort-words";
import type { RouteStep, RouteSteps } from "@/lib/report/route-steps";
import { AnswerLink } from "./answer-link";
import { CriteriaList } from "./criteria-list";
import { PlanLink } from "./plan-link";

type Props = RouteSteps & {
  framework: Framework;
  answerHref: (capability: Capability) => string | null;
  /** Where an action begins that takes the step; null or left out for who may not plan. */
  planHref?: (capability: Capability, to: number) => string | null;
};

/** The raises of a route in framework order, each with its criteria, effort, lead time and cautions. */
export function RouteStepList({ framework, steps, hidden, answerHref, planHref }: Props) {
  if (steps.length === 0 && hidden.count === 0) return <p>You are there already: nothing needs raising.</p>;
  return (
    <>
      <h2 className="nhsuk-heading-m">What to raise</h2>
      <ol className="nhsuk-list nhsuk-list--number">
        {steps.map((step) => (
          <li key={step.capability.id} className="mb-6">
            <Step framework={framework} step={step} href={answerHref(step.capability)} />
            <PlanLink href={planHref?.(step.capability, step.to) ?? null} about={step.title} />
          </li>
        ))}
      </ol>
      {hidden.count > 0 && (
        <p>
          {hidden.count} more {hidden.count === 1 ? "capability" : "capabilities"} not named here,{" "}
          {pointsInWords(hidden.cost)} together.
        </p>
      )}
    </>
  );
}

function Step({ framework, step, href }: { framework: Framework; step: RouteStep; href: string | null }) {
  const { title, from, to, cost, months, criteria, cautions } = step;
  return (
    <>
      <strong>
        <AnswerLink href={href}>{title}</AnswerLink>: from level {from} to level {to}
      </strong>
      <span className="block">
        {pointsInWords(cost)}; the longest piece usually takes about {monthsInWords(months)}.
      </span>
      {cautions.map((caution) => (
        <span key={caution} className="block">
          {caution}
        </span>
      ))}
      <Details summary={`${criteria.length} ${criteria.length === 1 ? "criterion" : "criteria"} to meet`}>
        <CriteriaList criteria={criteria} detail={({ effort }) => effortInWords(framework, effort)} />
      </Details>
    </>
  );
}
