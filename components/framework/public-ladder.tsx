import { Card } from "@/components/nhs/card";
import { Details } from "@/components/nhs/details";
import { appliesIn } from "@/lib/framework/find";
import type { Capability, CareSetting, Criterion, Framework } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { textIn } from "@/lib/framework/wording";

type Props = { framework: Framework; capability: Capability; setting: CareSetting | null };

/** The levels of a capability, from 1 up: what each one means, how to reach it and every criterion. */
export function PublicLadder({ framework, capability, setting }: Props) {
  return framework.levels.map(({ level, name, test }) => {
    const rung = capability.levels.find((one) => one.level === level);
    const criteria = (rung?.criteria ?? []).filter((one) => setting === null || appliesIn(one, setting));
    return (
      <Card key={level} heading={`Level ${level}: ${name}`} headingLevel={3}>
        <Hint level={level} hint={rung?.hint ?? null} hasCriteria={criteria.length > 0} test={test} />
        {criteria.length > 0 && (
          <ul className="nhsuk-list *:border-0 *:border-b *:border-solid *:border-border *:pb-2 *:last:border-b-0">
            {criteria.map((criterion) => (
              <li key={criterion.id} id={criterion.id}>
                {textIn(criterion, setting)}
                <CriterionFacts framework={framework} criterion={criterion} />
                {setting === null && <OtherWordings framework={framework} criterion={criterion} />}
              </li>
            ))}
          </ul>
        )}
      </Card>
    );
  });
}

/** Level 1 asks for nothing: its sentence, where it has one, says what it looks like. */
function Hint({
  level,
  hint,
  hasCriteria,
  test,
}: {
  level: number;
  hint: string | null;
  hasCriteria: boolean;
  test: string;
}) {
  if (!hasCriteria) {
    return (
      <p>
        {hint ?? test} {level === 1 && hint === null && "Nothing has to be met to be here."}
      </p>
    );
  }
  if (hint === null) return null;
  return (
    <p className="nhsuk-hint">
      <strong>How to get here:</strong> {hint}
    </p>
  );
}

function CriterionFacts({ framework, criterion }: { framework: Framework; criterion: Criterion }) {
  const only = criterion.appliesTo?.map((id) => settingName(framework, id).toLowerCase()) ?? [];
  return (
    <span className="block nhsuk-u-font-size-16 text-secondary">
      {criterion.id} · usually takes about {framework.leadMonths[criterion.effort]} months
      {only.length > 0 && ` · only in ${only.join(", ")}`}
    </span>
  );
}

function OtherWordings({ framework, criterion }: { framework: Framework; criterion: Criterion }) {
  const own = framework.careSettings.flatMap(({ id, name }) => {
    const text = criterion.wording[id];
    return text ? [{ id, name, text }] : [];
  });
  if (own.length === 0) return null;
  return (
    <Details summary={`Wording for ${own.map(({ name }) => name.toLowerCase()).join(", ")}`}>
      {own.map(({ id, name, text }) => (
        <p key={id}>
          <strong>{name}:</strong> {text}
        </p>
      ))}
    </Details>
  );
}
