import { findCapability } from "@/lib/framework/find";
import { settingName } from "@/lib/framework/setting-names";
import type { Result } from "@/lib/scoring/result";
import { SECURED } from "@/lib/scoring/safeguards";
import type { BoardReport, BoardSection } from "./board-report";
import { titleIn } from "./findings";
import { markingInWords } from "./marking";
import { groupsWithSensitive, NOT_SHOWN } from "./sensitive-groups";
import { scoreInFigures } from "./stage-words";
import type { Audience } from "./unnamed";

const LENS = "provider_capability";

/** How many of the lowest capabilities of an area are named. */
export const NAMED = 2;

/** One area of the board's yearly self-assessment in one care setting. */
export type ExtractArea = {
  id: string;
  name: string;
  /** "2.6", "Does not apply", or to the public "Not shown" where something sensitive is in it. */
  score: string;
  /** How many of its capabilities are at level 3 or above. Sensitive ones are counted and not named, but for the public. */
  secured: number;
  of: number;
  /** The lowest, below level 3; empty for the public, which is told no level of a capability. */
  lowest: { title: string; level: number }[];
  /** Lowest ones that are sensitive and not named. */
  hidden: number;
};

/** One care setting of the extract, from what was signed off. */
export type ExtractSection = {
  setting: string;
  name: string;
  round: string;
  stage: string;
  score: string;
  standing: string;
  sure: string[];
  areas: ExtractArea[];
};

/**
 * What the digital maturity of a trust says to each area in which boards assess their trust every year (design 2, lens
 * `provider_capability`), on one page.
 */
export type ProviderExtract = {
  audience: Audience;
  title: string;
  subject: string;
  marking: string;
  organisation: { odsCode: string; name: string };
  madeOn: Date;
  namesSensitive: boolean;
  sections: ExtractSection[];
};

/**
 * The extract from what a board is told. Null where nothing is signed off, or the framework does not sort its
 * capabilities by these areas.
 */
export function providerExtract(
  { audience, organisation, madeOn, sections }: BoardReport,
  { showSensitive }: { showSensitive: boolean },
): ProviderExtract | null {
  const isPublic = audience === "public";
  const view = { isPublic, showSensitive: showSensitive && !isPublic };
  const made = sections
    .map((section) => sectionOf(section, view))
    .filter(({ areas }) => areas.some(({ of }) => of > 0));
  if (made.length === 0) return null;
  return {
    audience,
    organisation,
    madeOn,
    sections: made,
    namesSensitive: view.showSensitive,
    title: `Provider capability areas: ${organisation.name}`,
    subject: "What digital maturity says to each area of the board's yearly self-assessment",
    marking: isPublic
      ? "For the public session of the board"
      : markingInWords("private_session", { signedOff: true, sensitive: view.showSensitive }),
  };
}

type View = { isPublic: boolean; showSensitive: boolean };

function sectionOf({ panel, standing }: BoardSection, view: View): ExtractSection {
  const { setting, latest, stage, score, sure } = panel;
  const { framework, result, round } = latest;
  const groups = framework.lenses.find(({ id }) => id === LENS)?.groups ?? [];
  return {
    setting,
    round,
    stage,
    score,
    standing,
    sure,
    name: settingName(framework, setting),
    areas: groups.map(({ id, name }) => areaOf({ id, name }, panel, result, view)),
  };
}

function areaOf(
  { id, name }: { id: string; name: string },
  { setting, latest: { framework } }: BoardSection["panel"],
  result: Result,
  { isPublic, showSensitive }: View,
): ExtractArea {
  const bounds = result.lenses[LENS]?.groups.find((group) => group.id === id) ?? null;
  const within = result.capabilities.flatMap(({ id: capabilityId, low }) => {
    const capability = findCapability(framework, capabilityId);
    if (!capability?.lenses[LENS]?.includes(id) || (isPublic && capability.sensitive)) return [];
    return [{ capability, low }];
  });
  const unsaid = isPublic && groupsWithSensitive(framework, result, LENS).has(id);
  const below = within
    .filter(({ low }) => low < SECURED)
    .sort((one, other) => one.low - other.low)
    .slice(0, NAMED);
  const named = below.filter(({ capability }) => showSensitive || !capability.sensitive);
  return {
    id,
    name,
    of: within.length,
    score: unsaid ? NOT_SHOWN : bounds ? scoreInFigures(bounds) : "Does not apply",
    secured: within.filter(({ low }) => low >= SECURED).length,
    lowest: isPublic
      ? []
      : named.map(({ capability, low }) => ({ title: titleIn(capability, setting), level: low })),
    hidden: isPublic ? 0 : below.length - named.length,
  };
}
