import { Checkbox } from "@/components/forms/checkboxes";
import { Details } from "@/components/nhs/details";
import { effortInWords } from "@/lib/report/effort-words";
import { criteriaNamed, titleIn, type Standing } from "@/lib/report/findings";
import type { WhatIfChoice } from "@/lib/report/what-if-question";
import type { Supposition } from "@/lib/scoring/what-if";

type Supposed = Required<Supposition>;

/** What can be ticked: by dimension, each capability with what is missing first, then what is met today. */
export function WhatIfChoices({
  standing,
  choices,
  supposed,
}: {
  standing: Standing;
  choices: readonly WhatIfChoice[];
  supposed: Supposed;
}) {
  return standing.framework.dimensions.map((dimension) => {
    const here = choices.filter(({ capability }) => dimension.capabilities.includes(capability));
    if (here.length === 0) return null;
    const missing = here.reduce((sum, { unmet }) => sum + unmet.length, 0);
    const ticked = here.reduce((sum, choice) => sum + tickedIn(choice, supposed), 0);
    const counts = `${missing} to meet${ticked > 0 ? `, ${ticked} ticked` : ""}`;
    return (
      <Details
        key={dimension.id}
        expander
        open={ticked > 0}
        summary={`${dimension.number} ${dimension.name}: ${dimension.subtitle} (${counts})`}
      >
        {here.map((choice) => (
          <CapabilityTicks key={choice.capability.id} {...{ standing, choice, supposed }} />
        ))}
      </Details>
    );
  });
}

function tickedIn({ met, unmet }: WhatIfChoice, supposed: Supposed): number {
  return unmet.filter((id) => supposed.met.has(id)).length + met.filter((id) => supposed.lost.has(id)).length;
}

function CapabilityTicks({
  standing,
  choice,
  supposed,
}: {
  standing: Standing;
  choice: WhatIfChoice;
  supposed: Supposed;
}) {
  const { capability, met, unmet } = choice;
  const level = standing.result.capabilities.find(({ id }) => id === capability.id)?.low;
  return (
    <fieldset className="nhsuk-fieldset mb-6" id={capability.id}>
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
        {titleIn(capability, standing.setting)}: level {level} now
      </legend>
      {unmet.length === 0 && <p>Everything is met.</p>}
      <Ticks standing={standing} choice={choice} name="met" ids={unmet} ticked={supposed.met} />
      {met.length > 0 && (
        <Details
          summary={`${met.length} met today: tick what would no longer hold`}
          open={met.some((id) => supposed.lost.has(id))}
        >
          <Ticks standing={standing} choice={choice} name="lost" ids={met} ticked={supposed.lost} />
        </Details>
      )}
    </fieldset>
  );
}

function Ticks({
  standing: { framework, setting, answers },
  choice: { capability },
  name,
  ids,
  ticked,
}: {
  standing: Standing;
  choice: WhatIfChoice;
  name: "met" | "lost";
  ids: readonly string[];
  ticked: ReadonlySet<string>;
}) {
  return (
    <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
      {criteriaNamed(capability, setting, ids, answers).map(({ id, text, level, effort }) => (
        <Checkbox
          key={id}
          id={`${name}-${id}`}
          name={name}
          value={id}
          label={text}
          hint={`Level ${level}${name === "met" ? `: ${effortInWords(framework, effort)}` : ""}`}
          checked={ticked.has(id)}
        />
      ))}
    </div>
  );
}
