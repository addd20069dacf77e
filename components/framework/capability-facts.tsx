import type { ReactNode } from "react";
import { appliesIn, findCapability, isGate } from "@/lib/framework/find";
import type { Capability, Framework } from "@/lib/framework/schema";
import { nameIn } from "@/lib/framework/wording";
import { partPath, type FrameworkPlace } from "./addresses";

type Props = { framework: Framework; place: FrameworkPlace; capability: Capability };

/** What helps to answer a capability and what hangs on it: who knows, evidence, needs, safeguard, scope, lenses. */
export function CapabilityFacts({ framework, place, capability }: Props) {
  const { whoKnows, evidence, needs, mayBeNotApplicable } = capability;
  return (
    <aside aria-label="About this capability">
      <Fact heading="Who usually knows" items={whoKnows} />
      <Fact heading="What would show it" items={evidence} />
      <Fact
        heading="Usually wanted first"
        items={needs.flatMap(({ capability: id, level }) => {
          const needed = findCapability(framework, id);
          if (!needed) return [];
          return [
            <span key={id}>
              <a className="nhsuk-link" href={partPath(place, "capabilities", id)}>
                {needed.number} {nameIn(needed, place.setting)}
              </a>
              , level {level}
            </span>,
          ];
        })}
      />
      <Fact heading="How it is asked" items={askedHow(framework, capability)} />
      <Fact heading="Safeguard" items={safeguardFacts(framework, capability)} />
      <Fact
        heading="May be left out when"
        items={mayBeNotApplicable?.reasons.map(({ text }) => text) ?? []}
      />
      {framework.lenses.map((lens) => (
        <Fact
          key={lens.id}
          heading={lens.name}
          items={lens.groups
            .filter(({ id }) => capability.lenses[lens.id]?.includes(id))
            .map(({ id, name }) => (
              <a key={id} className="nhsuk-link" href={partPath(place, "lenses", lens.id, id)}>
                {name}
              </a>
            ))}
        />
      ))}
    </aside>
  );
}

function Fact({ heading, items }: { heading: string; items: readonly ReactNode[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-xs nhsuk-u-margin-bottom-1">{heading}</h2>
      <ul className="nhsuk-list nhsuk-u-font-size-16">
        {items.map((item, index) => (
          <li key={index}>{item}</li>
        ))}
      </ul>
    </>
  );
}

function askedHow(framework: Framework, capability: Capability): string[] {
  const where = framework.careSettings
    .filter(({ id }) => appliesIn(capability, id))
    .map(({ name }) => name.toLowerCase());
  const several = framework.careSettings.length > 1;
  return [
    ...(several
      ? [
          capability.scope === "organisation"
            ? "Answered once for the whole trust"
            : "Answered in each care setting",
        ]
      : []),
    ...(several && where.length < framework.careSettings.length ? [`Asked in ${listed(where)}`] : []),
    ...(capability.sensitive
      ? ["Sensitive: outside the organisation it is shown only inside the score of its dimension"]
      : []),
    ...(capability.standsFor ? ["Stands for a whole dimension of the full assessment"] : []),
  ];
}

/** The stages that a low level keeps out of reach, from the framework's own rules. */
function safeguardFacts({ careSettings, stages }: Framework, capability: Capability): string[] {
  const where = careSettings.filter(({ id }) => isGate(capability, id)).map(({ name }) => name.toLowerCase());
  if (where.length === 0) return [];
  const asks = stages.filter(({ gateAtLeast }, i) => gateAtLeast > (stages[i - 1]?.gateAtLeast ?? 1));
  return [
    ...asks.map(({ name, gateAtLeast }) => `Level ${gateAtLeast} or more is needed to be ${name}`),
    ...(where.length < careSettings.length ? [`In ${listed(where)}`] : []),
  ];
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(names);
}
