import { frameworkSchema, type Capability, type Framework } from "@/lib/framework/schema";
import { capability, criterion } from "./capability";

/** Level criteria of a capability with one criterion a level, `<id>-l2-a` and so on. */
export function oneEach(id: string) {
  return {
    2: [criterion(`${id}-l2-a`)],
    3: [criterion(`${id}-l3-a`)],
    4: [criterion(`${id}-l4-a`)],
    5: [criterion(`${id}-l5-a`)],
  };
}

const trustWide = (id: string) => capability({ id, scope: "organisation", levels: oneEach(id) });
const perSetting = (id: string, more: Partial<Capability> = {}) =>
  capability({ id, scope: "setting", ...more, levels: oneEach(id) });

/** A framework of two dimensions: one capability answered for the whole trust, two for each care setting. */
export function smallFramework(changes: { version?: string; capabilities?: Capability[] } = {}): Framework {
  const { version = "2026.1", capabilities } = changes;
  return frameworkSchema.parse({
    format: "digital-maturity/framework@1",
    id: "nhs-trust",
    version,
    status: "draft",
    title: "A small framework",
    careSettings: [
      { id: "acute", name: "Acute" },
      { id: "community", name: "Community" },
    ],
    levels: [1, 2, 3, 4, 5].map((level) => ({ level, name: `Level ${level}` })),
    stages: [
      { stage: 1, name: "Foundational", overallAtLeast: 1, gateAtLeast: 1 },
      { stage: 2, name: "Developing", overallAtLeast: 2, gateAtLeast: 1 },
      { stage: 3, name: "Established", overallAtLeast: 3, gateAtLeast: 3 },
    ],
    dimensions: [
      {
        id: "d01",
        number: "1",
        name: "One",
        capabilities: capabilities ?? [trustWide("c01-1"), perSetting("c01-2")],
      },
      {
        id: "d02",
        number: "2",
        name: "Two",
        capabilities: [
          perSetting("c02-1", {
            appliesTo: ["acute"],
            mayBeNotApplicable: { reasons: [{ id: "not_provided", text: "We do not provide this" }] },
          }),
        ],
      },
    ],
  });
}
