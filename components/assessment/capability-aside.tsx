import { findCapability } from "@/lib/framework/find";
import type { Capability, Framework } from "@/lib/framework/schema";

/** Who usually knows the answer, what would show it, and what is usually wanted first. */
export function CapabilityAside({ framework, capability }: { framework: Framework; capability: Capability }) {
  const needs = capability.needs.flatMap(({ capability: id, level }) => {
    const needed = findCapability(framework, id);
    return needed ? [`${needed.number} ${needed.name}, level ${level}`] : [];
  });
  return (
    <aside className="app-aside" aria-label="About this question">
      <List heading="Who usually knows" items={capability.whoKnows} />
      <List heading="What would show it" items={capability.evidence} />
      <List heading="Usually wanted first" items={needs} />
    </aside>
  );
}

function List({ heading, items }: { heading: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-s">{heading}</h2>
      <ul className="nhsuk-list">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}
