import { appliesIn } from "@/lib/framework/find";
import { capabilityPlaces, criterionPlaces, type Keys } from "@/lib/framework/content-rules/places";
import type { Capability, CareSetting, Framework } from "@/lib/framework/schema";

export type ProseKind = "head" | "name" | "stem" | "who" | "evidence" | "reason" | "hint" | "criterion";

/** A piece of text a person reads: where it stands, what it is for, and the care settings that read it. */
export type Prose = {
  readonly at: Keys;
  readonly kind: ProseKind;
  readonly text: string;
  readonly settings: readonly CareSetting[];
};

/** Every text of the framework: its head and dimensions, its capabilities, then the criteria. */
export function proseOf(framework: Framework): Prose[] {
  return [...headProse(framework), ...capabilityProse(framework), ...criterionProse(framework)];
}

/** The text of every criterion, the wording of single care settings included. */
export function criterionProse(framework: Framework): Prose[] {
  return criterionPlaces(framework).flatMap(({ criterion, capability, at }) => {
    const readers = readersOf(framework, capability).filter((setting) => appliesIn(criterion, setting));
    return worded({
      kind: "criterion",
      text: criterion.text,
      at: [...at, "text"],
      readers,
      own: (setting) => criterion.wording[setting],
      ownAt: (setting) => [...at, "wording", setting],
    });
  });
}

function headProse(framework: Framework): Prose[] {
  const readers = framework.careSettings.map(({ id }) => id);
  const head = (at: Keys, text: string): Prose => ({ at, kind: "head", text, settings: readers });
  return [
    head(["title"], framework.title),
    ...framework.levels.map(({ test }, i) => head(["levels", i, "test"], test)),
    ...framework.dimensions.flatMap((dimension, d) =>
      (["name", "subtitle", "why"] as const).map((key) => head(["dimensions", d, key], dimension[key])),
    ),
  ];
}

function capabilityProse(framework: Framework): Prose[] {
  return capabilityPlaces(framework).flatMap(({ capability, at }) => {
    const readers = readersOf(framework, capability);
    const plain = (kind: ProseKind, place: Keys, text: string): Prose => ({
      at: [...at, ...place],
      kind,
      text,
      settings: readers,
    });
    return [
      ...(["name", "stem"] as const).flatMap((key) =>
        worded({
          kind: key,
          text: capability[key],
          at: [...at, key],
          readers,
          own: (setting) => capability.wording[setting]?.[key],
          ownAt: (setting) => [...at, "wording", setting, key],
        }),
      ),
      ...capability.whoKnows.map((text, i) => plain("who", ["whoKnows", i], text)),
      ...capability.evidence.map((text, i) => plain("evidence", ["evidence", i], text)),
      ...(capability.mayBeNotApplicable?.reasons ?? []).map(({ text }, i) =>
        plain("reason", ["mayBeNotApplicable", "reasons", i, "text"], text),
      ),
      ...capability.levels.flatMap(({ hint }, l) =>
        hint === null ? [] : [plain("hint", ["levels", l, "hint"], hint)],
      ),
    ];
  });
}

/** The default text for the settings without wording of their own, then each wording for its setting. */
function worded(piece: {
  kind: ProseKind;
  text: string;
  at: Keys;
  readers: readonly CareSetting[];
  own: (setting: CareSetting) => string | undefined;
  ownAt: (setting: CareSetting) => Keys;
}): Prose[] {
  const { kind, readers } = piece;
  const apart = readers.flatMap((setting): Prose[] => {
    const text = piece.own(setting);
    return text === undefined ? [] : [{ at: piece.ownAt(setting), kind, text, settings: [setting] }];
  });
  const others = readers.filter((setting) => piece.own(setting) === undefined);
  return [{ at: piece.at, kind, text: piece.text, settings: others }, ...apart];
}

function readersOf(framework: Framework, capability: Capability): CareSetting[] {
  return framework.careSettings.map(({ id }) => id).filter((setting) => appliesIn(capability, setting));
}
