import type { CareSetting } from "@/lib/framework/schema";

/** A framework version, and the care setting whose words are shown; null for the words common to all. */
export type FrameworkPlace = { id: string; version: string; setting: CareSetting | null };

/** The pages of a framework version besides those of its parts. */
type OwnPage = "questionnaire" | "changes" | "framework.csv" | "framework.xlsx";

/** The list of frameworks. */
export const FRAMEWORKS = "/frameworks";

/** The overview of a framework version. */
export function overviewPath(place: FrameworkPlace): string {
  return withSetting(versionPath(place), place.setting);
}

/** A page or file of a framework version. */
export function ownPagePath(place: FrameworkPlace, page: OwnPage): string {
  return withSetting(`${versionPath(place)}/${page}`, place.setting);
}

/** The page of a dimension, a capability or a lens. */
export function partPath(
  place: FrameworkPlace,
  kind: "dimensions" | "capabilities" | "lenses",
  id: string,
  anchor = "",
): string {
  return withSetting(`${versionPath(place)}/${kind}/${id}`, place.setting) + (anchor && `#${anchor}`);
}

/** The framework document itself. */
export function documentPath({ id, version }: Pick<FrameworkPlace, "id" | "version">): string {
  return `/api/v1/frameworks/${id}/${version}`;
}

/** The page without its query; forms add theirs. */
export function versionPath({ id, version }: Pick<FrameworkPlace, "id" | "version">): string {
  return `${FRAMEWORKS}/${id}/${version}`;
}

/** An address with the care setting in its query, where there is one. */
export function withSetting(path: string, setting: CareSetting | null): string {
  return setting === null ? path : `${path}?setting=${setting}`;
}
