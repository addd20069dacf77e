import { cache } from "react";
import type { FrameworkPlace } from "@/components/framework/addresses";
import { notFound } from "@/lib/auth/not-found";
import { findFramework, listFrameworks } from "@/lib/data/frameworks";
import { orUnavailable } from "@/lib/http/database-away";
import type { CareSetting, Framework } from "@/lib/framework/schema";

/** The query of a framework page, as it arrives: a name may be missing or come twice. */
export type FrameworkQuery = Promise<{ setting?: string | string[]; q?: string | string[] }>;

/** What every page of a framework version starts from. */
export type FrameworkView = { framework: Framework; place: FrameworkPlace; setting: CareSetting | null };

/** The version and the care setting asked for; a 404 where either is unknown. */
export async function loadFramework(
  params: Promise<{ id: string; version: string }>,
  query: FrameworkQuery,
): Promise<FrameworkView> {
  const { id, version } = await params;
  const framework = await orUnavailable(knownFramework(id, version));
  if (!framework) notFound();
  const setting = settingAsked(framework, (await query).setting);
  if (setting === undefined) notFound();
  return { framework, setting, place: { id, version, setting } };
}

/** One framework version, or null where there is none; looked up once a request. */
export const knownFramework = cache(async (id: string, version: string): Promise<Framework | null> => {
  const known = (await allFrameworks()).some((entry) => entry.id === id && entry.version === version);
  return known ? findFramework(id, version) : null;
});

/** Every version, by id and newest first; looked up once a request. */
export const allFrameworks = cache(listFrameworks);

/** The setting named; null where none is, as from a form that was sent empty; undefined where it is unknown. */
export function settingAsked(
  framework: Framework,
  asked: string | string[] | undefined,
): CareSetting | null | undefined {
  if (asked === undefined || asked === "") return null;
  return framework.careSettings.find(({ id }) => id === asked)?.id;
}
